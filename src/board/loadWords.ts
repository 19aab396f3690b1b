import type { AllWords } from "./boardWords.ts"

/** Fetches the words of one language; the other one's stay where they are. */
export async function loadWords(lang: AllWords["lang"]): Promise<AllWords> {
  const load = lang === "en" ? import("./enWords.ts") : import("./viWords.ts")
  return { lang, ...(await load).words }
}
