import type { State } from "./states.ts"

const answerWith = (option: string) => [option, "Xem đúng hay chưa"]

/** The practice run and what there is to study. */
export const practiceStates: Record<string, State> = {
  practice: { path: "/lam-thu/2" },
  "practice-unanswered": { path: "/lam-thu/2", taps: ["Xem đúng hay chưa"] },
  "practice-right": { path: "/lam-thu/2", taps: answerWith("Khi hiện mã bài") },
  "practice-wrong": { path: "/lam-thu", taps: answerWith("Tài khoản mạng xã hội") },
  "practice-done": {
    path: "/lam-thu",
    host: "standalone",
    taps: [
      ...answerWith("Tài khoản VNeID"),
      "Câu thử tiếp theo",
      ...answerWith("Khi bấm"),
      "Câu thử tiếp theo",
      "Bỏ qua câu này",
    ],
  },
  "practice-aloud": { path: "/lam-thu/2", speaks: true },
  "practice-offline": { path: "/lam-thu", offline: true },
  "practice-not-loaded": { path: "/lam-thu", offline: true, practice: "down" },
  "practice-none": { path: "/lam-thu", practice: [] },
}
