import type { Command } from "../command.ts"
import { needed, Refused } from "../command.ts"
import { readContestFolder } from "../contestFolder.ts"
import { loadContest } from "../load.ts"
import type { FileFault } from "../table.ts"

/** `load <folder>` */
export const load: Command = {
  usage: "load <folder>",
  about: "check a contest folder and load it, or update what is not locked yet",
  details:
    "Ranking, prizes, divisions and rules of counting lock when round 1 opens, a paper with its key when its own round opens.\n" +
    "A faulty folder, or a change to what is locked, loads nothing at all.",
  async run({ sql, now, who }, [folder]) {
    const path = needed(folder, "contest's folder")
    const read = await readContestFolder(path)
    if (!read.ok)
      throw new Refused(`${path} is faulty; nothing was loaded:\n${read.faults.map(faultLine).join("\n")}`)
    const loaded = await loadContest(sql, read.contest, who, now)
    if (!loaded.ok)
      throw new Refused(`nothing was loaded; locked:\n${loaded.locked.map((one) => `  ${one}`).join("\n")}`)
    return loaded.changes.join("\n")
  },
}

function faultLine({ file, row, column, message }: FileFault): string {
  const place = [
    file,
    row === undefined ? [] : `row ${row}`,
    column === undefined ? [] : `column ${column}`,
  ].flat()
  return `  ${place.join(", ")}: ${message}`
}
