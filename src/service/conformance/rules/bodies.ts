import { maxEntryBytes } from "../../../contract/entry.ts"
import type { ProblemCode } from "../../../contract/problemCodes.ts"
import { routes } from "../../../contract/routes.ts"
import { refusalFaults } from "../expect.ts"
import { brief, type CallOptions } from "../http.ts"
import type { Probe } from "../probe.ts"
import type { Rule } from "../rule.ts"
import { storedFaults } from "./entries.ts"

/** What cannot even be read as an entry. */
export const bodyRules: readonly Rule[] = [
  {
    id: "too-large",
    says: "An entry of 8 KiB is read, one of a byte more is too large",
    source: "Entry body: ≤ 8 KiB; too-large",
    stage: "open",
    async *faults(probe) {
      const text = JSON.stringify(await probe.body())
      const padded = (bytes: number) => text + " ".repeat(bytes - Buffer.byteLength(text))
      const { ticket } = await probe.holder()
      const over = await putRaw(probe, ticket, { raw: padded(maxEntryBytes + 1) })
      yield* refusalFaults(over, "too-large", `${maxEntryBytes + 1} bytes`)
      yield* storedFaults(probe, ticket)
      const within = await putRaw(probe, (await probe.holder()).ticket, { raw: padded(maxEntryBytes) })
      if (within.status !== 201) yield `${maxEntryBytes} bytes: ${brief(within)}`
    },
  },
  unreadable("media-type", "A body that does not call itself JSON is refused", "media-type", (text) => [
    { raw: text, headers: { "content-type": "text/plain" } },
    { raw: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } },
  ]),
  unreadable("malformed", "A body that is no JSON in UTF-8 is malformed", "malformed", (text) => [
    { raw: text.slice(0, -1) },
    { raw: "" },
    { raw: `${text}${text}` },
    { raw: new Uint8Array([0x22, 0xff, 0x22]) },
  ]),
  unreadable("too-deep", "A body nested deeper than four levels is malformed", "malformed", () => [
    { raw: '{"answers":{"a":[[[]]]}}' },
    { raw: "[".repeat(4000) + "]".repeat(4000) },
  ]),
]

function unreadable(
  id: string,
  says: string,
  code: ProblemCode,
  spoil: (text: string) => CallOptions[],
): Rule {
  return {
    id,
    says: `${says}, and nothing is stored`,
    source: `Entry body; ${code}`,
    stage: "open",
    async *faults(probe) {
      const { ticket } = await probe.holder()
      for (const options of spoil(JSON.stringify(await probe.body())))
        yield* refusalFaults(
          await putRaw(probe, ticket, options),
          code,
          `a body like ${String(options.raw).slice(0, 20)}`,
        )
      yield* storedFaults(probe, ticket)
    },
  }
}

function putRaw({ call, contest, round }: Probe, credential: string, options: CallOptions) {
  const headers = { "content-type": "application/json", ...options.headers }
  return call("PUT", routes.entry(contest.id, round.number), { ...options, headers, credential })
}
