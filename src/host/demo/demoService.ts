import * as v from "valibot"
import { clientConfigSchema } from "../../contract/clientConfigSchema.ts"
import { type ContestView, contestViewSchema } from "../../contract/contestView.ts"
import { routes } from "../../contract/routes.ts"
import type { SignedToken } from "../persona/identityDesk.ts"

export type DemoPersona = { id: string; label: string }

/**
 * The service in demo mode. Instants are milliseconds since 1970 by the service's clock. Each method rejects with a
 * `DemoFault`, whose message a person can read.
 */
export interface DemoService {
  personas(): Promise<readonly DemoPersona[]>
  /** The contest that the pages of this service are about. */
  contest(): Promise<ContestView>
  sign(persona: string): Promise<SignedToken>
  now(): Promise<number>
  setClock(at: number): Promise<number>
  /** Gives the number of entries that were ranked. */
  publish(round: number): Promise<number>
  /** Puts data and clock back to the beginning. Gives the time after that. */
  reset(): Promise<number>
}

/** The service did not do what it was asked. */
export class DemoFault extends Error {
  override readonly name = "DemoFault"
}

const personasSchema = v.object({ personas: v.array(v.object({ id: v.string(), label: v.string() })) })
const tokenSchema = v.object({ token: v.string(), expiresAt: v.string() })
const clockSchema = v.pipe(
  v.object({ now: v.pipe(v.string(), v.isoTimestamp()) }),
  v.transform(({ now }) => Date.parse(now)),
)
const publishedSchema = v.object({ published: v.number() })
const refusedSchema = v.object({ error: v.string() })

/** @param base URL of the service's root, where `config.json` and `demo/` are */
export function demoService(base: string, fetch: typeof globalThis.fetch): DemoService {
  const ask = async <Schema extends v.GenericSchema>(
    schema: Schema,
    path: string,
    body?: object,
  ): Promise<v.InferOutput<Schema>> => {
    const post = {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    }
    const response = await fetch(new URL(path, base), body ? post : { cache: "no-store" }).catch(() => {
      throw new DemoFault(`The service does not answer (${path}).`)
    })
    const said: unknown = await response.json().catch(() => undefined)
    const read = v.safeParse(schema, said)
    if (response.ok && read.success) return read.output
    const refused = v.safeParse(refusedSchema, said)
    throw new DemoFault(
      refused.success
        ? `The service refused: ${refused.output.error}.`
        : `${path}: ${response.status}, not understood.`,
    )
  }

  const config = () => ask(clientConfigSchema, "config.json")
  return {
    personas: async () => (await ask(personasSchema, "demo/personas")).personas,
    async contest() {
      const { api, contest } = await config()
      return ask(contestViewSchema, `${new URL(api, base).href}${routes.contest(contest)}`)
    },
    sign: (persona) => ask(tokenSchema, "demo/identity", { persona }),
    now: () => ask(clockSchema, "demo/clock"),
    setClock: (at) => ask(clockSchema, "demo/clock", { now: new Date(at).toISOString() }),
    async publish(round) {
      const { contest } = await config()
      return (await ask(publishedSchema, "demo/publish", { contest, round })).published
    },
    reset: () => ask(clockSchema, "demo/reset", {}),
  }
}
