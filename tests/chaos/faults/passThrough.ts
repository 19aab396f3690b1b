import type { ProblemCode } from "../../../src/contract/problemCodes.ts"
import { problems } from "../../../src/contract/problems.ts"
import type { Fault } from "./faultKinds.ts"

/** An answer on its way: header names in lower case. */
export type Answer = { status: number; headers: Record<string, string>; text: string }

/** How a request ends for the phone: with an answer (its body after `slowMs`), a broken connection, or nothing at all. */
export type Passage =
  | { end: "answer"; answer: Answer; slowMs?: number }
  | { end: "broken" }
  | { end: "silence"; forMs: number }

/**
 * Takes a request past a fault. `forward`: lets the service have it and gives what it answers; `wait`: lets time
 * pass, by whichever clock.
 */
export async function passThrough(
  fault: Fault | null,
  forward: () => Promise<Answer>,
  wait: (ms: number) => Promise<void>,
): Promise<Passage> {
  if (fault === null) return { end: "answer", answer: await forward() }
  const { kind, waitMs, retryAfterSeconds, part } = fault
  switch (kind) {
    case "slow-before":
      await wait(waitMs)
      return { end: "answer", answer: await forward() }
    case "slow-after":
      return { end: "answer", answer: await forward(), slowMs: waitMs }
    case "truncate-after":
      return { end: "answer", answer: cut(await forward(), part) }
    case "truncate-before":
      return { end: "answer", answer: cut(halfAReceipt, part) }
  }
  if (kind.endsWith("-after")) await forward()
  switch (kind) {
    case "hang-before":
    case "hang-after":
      return { end: "silence", forMs: waitMs }
    case "refuse-before":
    case "drop-before":
    case "drop-after":
      return { end: "broken" }
    case "portal-before":
    case "portal-after":
      return { end: "answer", answer: portal }
    case "500-before":
    case "500-after":
      // Every other time it is not the service that says so, but a proxy before it.
      return { end: "answer", answer: part < 0.5 ? problem("unexpected") : badGateway }
    case "503-before":
    case "503-after":
      return { end: "answer", answer: problem("busy", retryAfterSeconds) }
    case "429-before":
    case "429-after":
      return { end: "answer", answer: problem("slow-down", retryAfterSeconds) }
    case "401-before":
    case "401-after":
      return { end: "answer", answer: problem("ticket-invalid") }
  }
}

const html = { "content-type": "text/html" }
const portal: Answer = { status: 200, headers: html, text: "<html>Đăng nhập Wi-Fi</html>" }
const badGateway: Answer = { status: 502, headers: html, text: "<html>Bad Gateway</html>" }
const halfAReceipt: Answer = {
  status: 200,
  headers: { "content-type": "application/json" },
  text: '{"code":"HS1-0000-0000-0","contest":"sample","round":1,"division":"all","late":false}',
}

function cut(answer: Answer, part: number): Answer {
  return { ...answer, text: answer.text.slice(0, Math.floor(answer.text.length * part)) }
}

function problem(code: ProblemCode, retryAfterSeconds?: number): Answer {
  return {
    status: problems[code].status,
    headers: {
      "content-type": "application/problem+json",
      ...(retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) }),
    },
    text: JSON.stringify({ type: `urn:chaos:${code}`, title: code, code, ...problems[code] }),
  }
}
