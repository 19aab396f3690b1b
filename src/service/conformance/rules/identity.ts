import { routes } from "../../../contract/routes.ts"
import { NotRun } from "../ending.ts"
import { refusalFaults } from "../expect.ts"
import type { Answer } from "../http.ts"
import { changedToken, payloadOf, unsignedToken } from "../jwt.ts"
import type { Probe } from "../probe.ts"
import type { Rule } from "../rule.ts"

const source = "Identity: algorithms pinned, iss, aud, exp"

/** Which tokens of a host are none. */
export const identityRules: readonly Rule[] = [
  {
    id: "ticket-needs-identity",
    says: "Without a token there is no ticket, no list of entries and no complaint",
    source: "Credential: identity token; identity-missing",
    stage: "open",
    async *faults({ call, contest, round }) {
      const answers = [
        await call("POST", routes.ticket(contest.id, round.number), { body: {} }),
        await call("GET", routes.entries(contest.id)),
        await call("GET", routes.entry(contest.id, round.number)),
        await call("POST", `${routes.contest(contest.id)}/complaints`, {
          body: { kind: "other", text: "…" },
        }),
      ]
      for (const answer of answers) yield* refusalFaults(answer, "identity-missing", "without a token")
    },
  },
  hostile("token-no-jws", "A text that is no JWS is no identity", async () => "abc"),
  hostile(
    "token-unsigned",
    'A token with the algorithm "none" is no identity',
    async ({ identity, citizen }) => unsignedToken(await identity(citizen())),
  ),
  hostile(
    "token-changed",
    "A token whose claims were changed is no identity",
    async ({ identity, citizen }) =>
      changedToken(await identity(citizen()), { person: "somebody-else", sub: "somebody-else" }),
  ),
  hostile("token-expired", "A token that has expired is no identity", async (probe) => {
    const iat = Math.floor(serviceTime(probe) / 1000) - 900
    return signedAs(probe, { iat, exp: iat + 300 })
  }),
  hostile("token-other-audience", "A token for another app is no identity", (probe) =>
    signedAs(probe, { aud: "another-app" }),
  ),
  hostile(
    "token-too-long-lived",
    "A token that lives longer than ten minutes is no identity",
    async (probe) => {
      const iat = Math.floor(serviceTime(probe) / 1000)
      return signedAs(probe, { iat, exp: iat + 3600 })
    },
  ),
]

function hostile(id: string, says: string, forge: (probe: Probe) => Promise<string>): Rule {
  return {
    id,
    says,
    source,
    stage: "open",
    async *faults(probe) {
      const credential = await forge(probe)
      const path = routes.ticket(probe.contest.id, probe.round.number)
      const answer: Answer = await probe.call("POST", path, { credential, body: {} })
      yield* refusalFaults(answer, "identity-invalid", "with such a token")
    },
  }
}

function serviceTime({ answers }: Probe): number {
  const told = Date.parse(answers.at(-1)?.headers.get("date") ?? "")
  // A missing Date is another rule's fault; the round is open, so its opening is over.
  return Number.isNaN(told) ? Date.now() : told
}

/** A token with claims that an issuer should refuse to sign; where it refuses, the rule cannot be tried. */
async function signedAs({ identity, citizen }: Probe, claims: Record<string, unknown>): Promise<string> {
  const token = await identity({ ...citizen(), ...claims })
  const payload = payloadOf(token)
  if (Object.entries(claims).some(([name, value]) => payload?.[name] !== value))
    throw new NotRun("the identity source changes these claims")
  return token
}
