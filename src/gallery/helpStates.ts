import { sampleRow } from "./fakeOutbox.ts"
import type { State } from "./state.ts"

const written = "Bài tuần 2 nộp lúc 23:58 nhưng báo đến muộn. Lúc đó cả xóm mất mạng."
const send = "Gửi phản ánh"

/** Help, complaints, and the entries that lead to one. */
export const helpStates: Record<string, State> = {
  help: { path: "/tro-giup" },
  "help-aloud": { path: "/tro-giup", speaks: true, draft: {} },
  "rules-aloud": { path: "/the-le", speaks: true },
  refused: {
    path: "/tuan/2/bai",
    rows: [sampleRow({ state: "refused", lastProblem: { code: "invalid-entry" } })],
  },
  complaint: { path: "/phan-anh/late-entry/2", writing: { text: written } },
  "complaint-errors": { path: "/phan-anh", taps: ["Kết quả, xếp hạng", send] },
  "complaint-sent": { path: "/phan-anh/late-entry/2", writing: { text: written }, taps: [send] },
  "complaint-failed": {
    path: "/phan-anh/late-entry/2",
    writing: { text: written },
    complaints: "down",
    taps: [send],
  },
  "complaint-slow-down": {
    path: "/phan-anh/late-entry/2",
    writing: { text: written },
    complaints: "slow-down",
    taps: [send],
  },
  "complaint-signed-out": { path: "/phan-anh", host: "out" },
}
