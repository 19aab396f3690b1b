import type { ContestDefinition } from "../../../src/contest/definition.ts"
import type { BankQuestion } from "../../../src/contest/vocabulary.ts"
import { paperHash } from "../../../src/contract/hash.ts"
import { publicQuestion } from "../../../src/service/routes/paper.ts"
import type { StoredPaper } from "../../../src/service/store/contestStore.ts"

/** Fifteen questions of four options. */
export function sampleQuestions(round: number): BankQuestion[] {
  return Array.from({ length: 15 }, (_, index) => ({
    id: `r${round}q${String(index + 1).padStart(2, "0")}`,
    text: `Câu ${index + 1}?`,
    options: ["a", "b", "c", "d"].map((id) => ({ id, text: `Phương án ${id}` })),
    accepted: ["a"],
    explanation: "Vì sao",
    source: "Nguồn",
    asOf: "2024-10-28",
  }))
}

/** A paper for every round and division of a definition. */
export async function samplePapers({ rounds, divisions }: ContestDefinition): Promise<StoredPaper[]> {
  const papers: StoredPaper[] = []
  for (const { number: round } of rounds) {
    const bank = sampleQuestions(round)
    const hash = await paperHash(bank.map(publicQuestion))
    for (const { id: division } of divisions)
      papers.push({
        round,
        division,
        bank,
        paperHash: hash,
        nonce: "",
        seed: "",
        keyCommitment: "",
        seedCommitment: "",
      })
  }
  return papers
}
