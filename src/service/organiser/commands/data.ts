import { toIso } from "../../clock.ts"
import { sqlContests } from "../../store/sqlContests.ts"
import { type Command, needed, Refused } from "../command.ts"
import { findPerson } from "../findPerson.ts"
import { applyDueErasures, complaintsEndAt, erasePerson, exportPerson, purgeNames } from "../personalData.ts"

/** `data export|erase|purge` */
export const data: Command = {
  usage:
    "data export <contest> <code or reference> | data erase <contest> <code or reference> | data purge <contest>",
  about:
    "personal-data requests: hand out what is kept, take out name and unit; purge: everybody's, at the end",
  details:
    "export prints JSON. erase removes name and unit at once and makes the pseudonym random after the complaint window; the\n" +
    "ledger row stays. purge is refused before the complaint window of the whole contest has ended; entries keep the unit\n" +
    "that they count for in the standings.",
  options: { yes: { type: "boolean" } },
  async run({ sql, now, who, ask }, [what, contest, code], options) {
    if (what === undefined || !["export", "erase", "purge"].includes(what))
      throw new Refused("data export, data erase or data purge")
    const stored = await sqlContests(sql).contest(needed(contest, "contest"))
    if (!stored) throw new Refused(`there is no contest "${contest}"`)
    await applyDueErasures(sql, now)
    const { definition } = stored
    if (what === "purge") {
      const end = complaintsEndAt(definition)
      if (now < end) throw new Refused(`complaints may come in until ${toIso(end)}; nothing was purged`)
      if (!options.yes && !(await ask(`Take everybody's name out of "${definition.id}"?`)))
        return "nothing was changed"
      return `names of ${await purgeNames(sql, definition, who, now)} participants are gone; entries keep their unit`
    }
    const found = await findPerson(sql, definition.id, needed(code, "code or reference"))
    if (!found.ok) throw new Refused(found.reason)
    if (what === "export")
      return JSON.stringify(await exportPerson(sql, definition.id, found.person), null, 2)
    if (!options.yes && !(await ask(`Erase name and unit of ${code}?`))) return "nothing was changed"
    const dueAt = await erasePerson(sql, definition, found.person, who, now)
    return `name and unit are gone; the pseudonym becomes random on ${toIso(dueAt)}`
  },
}
