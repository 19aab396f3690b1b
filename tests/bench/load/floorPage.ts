import { readFileSync } from "node:fs"
import { miniAppId } from "../../../src/contract/clientConfig.ts"
import type { ContestView } from "../../../src/contract/contestView.ts"
import type { Paper } from "../../../src/contract/paper.ts"
import { apiBase, routes } from "../../../src/contract/routes.ts"

const template = readFileSync(new URL("./floor.html", import.meta.url), "utf8")

/**
 * The floor: what the load is measured against. A form written by hand, without any framework, which asks the same
 * questions and sends the same entry to the same service. `ticketFirst`: by the contest's own rule, the questions appear
 * when the entrant has agreed and the service has given a ticket.
 */
export function floorPage(
  { id, rulesVersion, prediction }: Pick<ContestView, "id" | "rulesVersion" | "prediction">,
  { round, paperHash, questions }: Paper,
  { ticketFirst }: { ticketFirst: boolean },
): string {
  const facts = {
    audience: miniAppId,
    ticketPath: apiBase + routes.ticket(id, round),
    entryPath: apiBase + routes.entry(id, round),
    paperHash,
    rulesVersion,
  }
  const parts: Record<string, string> = {
    round: String(round),
    count: String(questions.length),
    most: String(prediction.max),
    questions: questions.map(questionHtml).join("\n"),
    facts: escaped(JSON.stringify(facts)),
    start: ticketFirst ? "" : " hidden",
    form: ticketFirst ? " hidden" : "",
  }
  return template.replace(/%(\w+)%/g, (_, name: string) => parts[name] ?? "")
}

function questionHtml({ id, text, options }: Paper["questions"][number], index: number): string {
  const choices = options.map(
    (option) =>
      `<label><input type="radio" name="${escaped(id)}" value="${escaped(option.id)}" required> ${escaped(option.text)}</label>`,
  )
  return `<fieldset>\n<legend>${index + 1}. ${escaped(text)}</legend>\n${choices.join("\n")}\n</fieldset>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
