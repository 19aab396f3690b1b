import { describe, expect, it } from "vitest"
import { type Draft, draftVersion } from "../../src/app/state/draft.ts"
import { localDraftStore } from "../../src/app/state/draftStore.ts"
import { fakeStorage, fullStorage } from "../outbox/fakeStorage.ts"

const draft: Draft = {
  version: draftVersion,
  contest: "hue-s-2024",
  round: 1,
  owner: "person-a",
  ticket: "h.p.s",
  ticketExpiresAt: 0,
  division: "all",
  unit: null,
  paperHash: "a".repeat(64),
  questions: [{ id: "q1", text: "Câu hỏi", options: [{ id: "a", text: "Đúng" }] }],
  answers: {},
  step: 1,
  predictionText: "",
  reviewed: false,
  optionSeed: 1,
}
const answered: Draft = { ...draft, answers: { q1: "a" } }

/** A storage that notes the keys that are written. */
function noting() {
  const storage = fakeStorage()
  const written: string[] = []
  return {
    ...storage,
    get length() {
      return storage.length
    },
    setItem(key: string, value: string) {
      written.push(key)
      storage.setItem(key, value)
    },
    written,
  }
}

describe("a kept draft", () => {
  it("is found with its paper at the next opening, by its owner alone", () => {
    const storage = fakeStorage()
    const store = localDraftStore(storage)
    store.save(draft)
    store.save(answered)
    expect(localDraftStore(storage).all("hue-s-2024", "person-a")).toEqual([answered])
    expect(localDraftStore(storage).all("hue-s-2024", "person-b")).toEqual([])
  })

  it("writes its paper once a page, and again at the next opening", () => {
    const storage = noting()
    const store = localDraftStore(storage)
    store.save(draft)
    store.save(answered)
    const [paper, own] = [`hues.draft.hue-s-2024.1.${draft.paperHash}`, "hues.draft.hue-s-2024.1.person-a"]
    expect(storage.written).toEqual([paper, own, own])
    const again = localDraftStore(storage)
    for (const found of again.all("hue-s-2024", "person-a")) again.save(found)
    expect(storage.written.slice(3)).toEqual([paper, own])
  })

  it("of another paper for the same round keeps its own", () => {
    const storage = fakeStorage()
    const store = localDraftStore(storage)
    const other = { ...draft, owner: "person-b", paperHash: "b".repeat(64), questions: [] }
    store.save(draft)
    store.save(other)
    expect(store.all("hue-s-2024", "person-a")).toEqual([draft])
    expect(store.all("hue-s-2024", "person-b")).toEqual([other])
  })

  it("goes with its paper once its round is over, and that of another round stays", () => {
    const storage = fakeStorage()
    const store = localDraftStore(storage)
    const second = { ...draft, round: 2 }
    store.save(draft)
    store.save(second)
    store.removeRound("hue-s-2024", 1)
    expect([storage.length, store.all("hue-s-2024", "person-a")]).toEqual([2, [second]])
    store.save(draft)
    expect(localDraftStore(storage).all("hue-s-2024", "person-a")).toEqual([second, draft])
  })

  it("of the time when questions lay in the draft itself is read", () => {
    const storage = fakeStorage()
    storage.setItem("hues.draft.hue-s-2024.1.person-a", JSON.stringify(answered))
    const store = localDraftStore(storage)
    expect(store.all("hue-s-2024", "person-a")).toEqual([answered])
  })

  it("whose paper is gone, torn, or of another version is none, and stops no other", () => {
    const storage = fakeStorage()
    const store = localDraftStore(storage)
    for (const round of [1, 2, 3, 4]) store.save({ ...draft, round, paperHash: `${round}` })
    storage.removeItem("hues.draft.hue-s-2024.1.1")
    storage.setItem("hues.draft.hue-s-2024.2.2", '[{"id"')
    storage.setItem("hues.draft.hue-s-2024.3.person-a", JSON.stringify({ ...draft, round: 3, version: 9 }))
    expect(store.all("hue-s-2024", "person-a").map(({ round }) => round)).toEqual([4])
  })
})

it.each([
  ["full", fullStorage()],
  ["shut off", null],
])("says that nothing is kept where storage is %s", (_, storage) => {
  const store = localDraftStore(storage)
  expect([store.save(draft), store.save(answered), store.all("hue-s-2024", "person-a")]).toEqual([
    false,
    false,
    [],
  ])
})
