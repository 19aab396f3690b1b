import { expect, test } from "vitest"
import { changeOf, changeSentence } from "../../src/app/revisions/changeOf.ts"
import { viRevisions } from "../../src/app/words/viRevisions.ts"
import type { Revision } from "../../src/contract/results.ts"

type Accepted = (Revision["change"] & { kind: "key" })["before"]
const key = (before: Accepted, after: Accepted) =>
  ({ kind: "key", question: "q9", before, after }) satisfies Revision["change"]

test.each<[Revision["change"], string, string]>([
  [key(["a"], ["a", "b"]), "accept-also", "Câu 9 có thêm đáp án đúng."],
  [key(["a"], ["b"]), "re-key", "Câu 9 sửa lại đáp án đúng."],
  [key(["a", "b"], ["b", "c"]), "re-key", "Câu 9 sửa lại đáp án đúng."],
  [key(["a", "b"], ["a"]), "narrow", "Câu 9 bớt đáp án được tính đúng."],
  [key(["a"], "void"), "void", "Câu 9 được hủy, ai cũng được tính đúng."],
  [key("void", ["a"]), "restore", "Câu 9 được tính điểm trở lại."],
  [{ kind: "exclusion", code: "HS1-7K4D-91XQ-X" }, "exclusion", "Một bài không còn được tính."],
])("tells from before and after what was changed: %j", (change, kind, sentence) => {
  expect(changeOf(change)).toBe(kind)
  expect(changeSentence(change, (id) => (id === "q9" ? 9 : null), viRevisions)).toBe(sentence)
})

test("speaks of a question whose place is not known", () => {
  expect(changeSentence(key(["a"], "void"), () => null, viRevisions)).toMatch(/^Một câu hỏi được hủy/)
})
