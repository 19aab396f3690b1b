import { readFileSync } from "node:fs"
import * as v from "valibot"
import { checkpointsSchema } from "../../../contract/checkpoint.ts"
import { contestViewSchema } from "../../../contract/contestView.ts"
import { ledgerLineSchema } from "../../../contract/ledger.ts"
import { paperSchema } from "../../../contract/paper.ts"
import { resultsSchema, revisionsSchema } from "../../../contract/results.ts"
import { standingsSchema } from "../../../contract/standings.ts"
import { Refused } from "../command.ts"

/** Everything public of one published round: what `verify` works on, and nothing else. */
export const bundleSchema = v.object({
  round: v.number(),
  contest: contestViewSchema,
  keys: v.object({ keys: v.array(v.looseObject({ kty: v.string() })) }),
  papers: v.array(paperSchema),
  results: v.array(resultsSchema),
  checkpoints: checkpointsSchema.entries.checkpoints,
  revisions: revisionsSchema.entries.revisions,
  ledger: v.array(ledgerLineSchema),
  standings: standingsSchema,
})
export type Bundle = v.InferOutput<typeof bundleSchema>

/** A bundle as JSON: members as they came over the wire. */
export type BundleFile = v.InferInput<typeof bundleSchema>

const roundUrl = /^(https?:\/\/.+)\/contests\/([^/]+)\/rounds\/(\d{1,2})(?:\/ledger)?\/?$/

/**
 * Fetches a round's public data. `url`: of the round or its ledger, `…/contests/hue-s-2024/rounds/1`. Refuses others, and
 * what the service refuses.
 */
export async function fetchBundle(
  url: string,
  progress: (line: string) => void,
  get: (url: string) => Response | Promise<Response> = (address) => fetch(address, { cache: "no-store" }),
): Promise<BundleFile> {
  const [, base, contest, round] = roundUrl.exec(url) ?? []
  if (base === undefined)
    throw new Refused(`"${url}" is no round's address: …/api/v1/contests/<contest>/rounds/<round>`)
  const text = async (path: string) => {
    progress(`reading ${path} …`)
    const response = await get(base + path)
    if (!response.ok)
      throw new Refused(
        `${base}${path} answered ${response.status}: ${(await response.text()).slice(0, 300)}`,
      )
    return response.text()
  }
  const json = async (path: string) => JSON.parse(await text(path))
  const at = `/contests/${contest}/rounds/${round}`
  const view = await json(`/contests/${contest}`)
  const divisions: string[] = view.divisions.map(({ id }: { id: string }) => encodeURIComponent(id))
  const ofEach = async (path: string) => {
    const answers = []
    for (const division of divisions) answers.push(await json(`${at}/${path}?division=${division}`))
    return answers
  }
  return {
    round: Number(round),
    contest: view,
    keys: await json("/keys"),
    papers: await ofEach("paper"),
    results: await ofEach("results"),
    checkpoints: (await json(`${at}/checkpoints`)).checkpoints,
    revisions: (await json(`${at}/revisions`)).revisions,
    ledger: (await text(`${at}/ledger`))
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    standings: await json(`/contests/${contest}/standings`),
  }
}

/** Reads a bundle that was saved before. Refuses a file that is none, with the place. */
export function readBundleFile(path: string): BundleFile {
  try {
    return JSON.parse(readFileSync(path, "utf8"))
  } catch (error) {
    // No such file, or no JSON: both are the operator's to mend.
    throw new Refused(`${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

/** A bundle's parts out of unknown data; refuses with the first member that does not fit. */
export function parseBundle(file: unknown): Bundle {
  const parsed = v.safeParse(bundleSchema, file)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Refused(`${v.getDotPath(issue) ?? "the data"}: ${issue.message}`)
}
