import type { ParseArgsConfig } from "node:util"
import type { Instant } from "../../contest/vocabulary.ts"
import type { Receipts } from "../identity/receipts.ts"
import type { Sql } from "../sql/sql.ts"

/** A refusal for the organiser: printed as it stands, exit code 1, nothing changed. */
export class Refused extends Error {}

/** What a command works with. `ask`: true for yes; `progress`: a line that replaces the one before. */
export type CommandContext = {
  sql: Sql
  receipts: Receipts
  now: Instant
  who: string
  ask: (question: string) => Promise<boolean>
  progress: (line: string) => void
}

/** The options a command was given; only those it declares are there. */
export type CommandOptions = Readonly<Record<string, string | boolean | undefined>>

/** One of the organiser's commands. `usage`: its words after `npm run contest --`. Gives what to print. */
export type Command = {
  usage: string
  about: string
  /** Explains it to who uses it the first time. */
  details?: string
  options?: NonNullable<ParseArgsConfig["options"]>
  run: (
    context: CommandContext,
    args: readonly string[],
    options: CommandOptions,
  ) => Promise<string | Uint8Array>
}

/** A round's number out of an argument; refuses anything else. */
export function roundNumber(text: string | undefined): number {
  if (text === undefined || !/^\d{1,2}$/.test(text)) throw new Refused(`"${text ?? ""}" is no round number`)
  return Number(text)
}

/** An argument that must be there; refuses with its name. */
export function needed(text: string | undefined, name: string): string {
  if (text === undefined || text === "") throw new Refused(`name the ${name}`)
  return text
}

/** An option that must be there; refuses with its name. */
export function neededOption(options: CommandOptions, name: string): string {
  const value = options[name]
  if (typeof value !== "string" || value.trim() === "") throw new Refused(`--${name} is needed`)
  return value
}
