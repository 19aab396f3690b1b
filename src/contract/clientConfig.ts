import type * as v from "valibot"
import type { clientConfigSchema } from "./clientConfigSchema.ts"

/** What a `config.json` says, read. Without the schema: phones carry this file. */
export type ClientConfig = v.InferOutput<typeof clientConfigSchema>

/** The mini-app's id: the audience (`aud`) that the host's identity tokens must name. */
export const miniAppId = "hue-s-contest"
