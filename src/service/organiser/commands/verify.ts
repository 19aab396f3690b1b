import { writeFileSync } from "node:fs"
import { type Command, needed, Refused } from "../command.ts"
import { fetchBundle, parseBundle, readBundleFile } from "../verify/bundle.ts"
import { verifyBundle } from "../verify/verify.ts"

/** `verify <file or url>` */
export const verify: Command = {
  usage: "verify <url of a round, or a file saved from one> [--save file.json]",
  about: "recompute a published round from public data alone; says khớp, or the first thing that disagrees",
  details:
    "The url is …/api/v1/contests/<contest>/rounds/<round>. --save keeps what was read, to verify it again elsewhere.\n" +
    "Winners' names and units are held by the results' signature; of the standings only the arithmetic can be checked.",
  options: { save: { type: "string" } },
  async run({ progress }, [source], { save }) {
    const from = needed(source, "file or url")
    const file = /^https?:/.test(from) ? await fetchBundle(from, progress) : readBundleFile(from)
    if (typeof save === "string") writeFileSync(save, JSON.stringify(file))
    const bundle = parseBundle(file)
    progress("recomputing …")
    const verdict = await verifyBundle(bundle)
    if (!verdict.agrees) throw new Refused(`không khớp: ${verdict.where}: ${verdict.what}`)
    return `khớp: round ${bundle.round} of ${bundle.contest.id}, ${verdict.rows} ledger rows`
  },
}
