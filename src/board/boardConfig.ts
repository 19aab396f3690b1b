import * as v from "valibot"
import { clientConfigSchema } from "../contract/clientConfigSchema.ts"

/** What the pages of the board need to know of their deployment. */
export type BoardConfig = {
  /** Base URL of the API. */
  api: string
  contest: string
  /** Opens the contest: in the host app where the deployment knows how, else the mini-app's own page. */
  contestLink: string
}

/**
 * Reads the `config.json` of the mini-app, which lies above the board's pages. `page`: the address of the page. Rejects when
 * there is none, or when it is no configuration.
 */
export async function readBoardConfig(fetch: typeof globalThis.fetch, page: string): Promise<BoardConfig> {
  const answer = await fetch(new URL("../config.json", page))
  const { api, contest, hostLink } = v.parse(clientConfigSchema, await answer.json())
  return { api, contest, contestLink: hostLink ?? new URL("../", page).href }
}
