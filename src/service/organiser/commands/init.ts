import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Command, needed, Refused } from "../command.ts"
import { templateFiles } from "../template.ts"

/** `init <folder>` */
export const init: Command = {
  usage: "init <folder>",
  about: "write a commented template of a contest folder",
  details: "Fill in contest.json, units.csv, round-1.csv … and load it. Existing files are never touched.",
  async run(_, [folder]) {
    const path = needed(folder, "folder")
    if (existsSync(path) && readdirSync(path).length > 0)
      throw new Refused(`${path} is not empty; nothing was written`)
    mkdirSync(path, { recursive: true })
    for (const [name, text] of Object.entries(templateFiles())) writeFileSync(join(path, name), text)
    return `${path} is ready. Fill in the files, beginning with contest.json, then:\n  npm run contest -- load ${path}`
  },
}
