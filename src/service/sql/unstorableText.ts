// SQLSTATE character_not_in_repertoire and untranslatable_character: text cannot hold U+0000, though JSON and URLs can.
const codes = ["22021", "22P05"]

/** Whether the database refused a statement because a text in it holds a character that it cannot store. */
export function isUnstorableText(error: unknown): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code))
}
