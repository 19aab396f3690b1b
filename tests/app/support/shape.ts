/** The paths of all words with what they are: a text, or a sentence with so many gaps. */
export function shape(words: unknown, path = ""): string[] {
  if (typeof words === "function") return [`${path} (${words.length})`]
  if (words === null || typeof words !== "object") return [path]
  return Object.entries(words).flatMap(([key, value]) => shape(value, `${path}.${key}`))
}
