import type { ContestDefinition } from "../../contest/definition.ts"
import { parseDefinition } from "../../contest/parseDefinition.ts"
import type { BankQuestion, Unit } from "../../contest/vocabulary.ts"
import type { Sql } from "../sql/sql.ts"
import type { ContestStore, StoredPaper } from "./contestStore.ts"

type ContestRow = { definition: string; units: Unit[] }
type PaperRow = {
  round: number
  division: string
  bank: BankQuestion[]
  paper_hash: string
  nonce: string
  seed: string
  key_commitment: string
  seed_commitment: string
}

const paperColumns = "round, division, bank, paper_hash, nonce, seed, key_commitment, seed_commitment"

/** The reads of contests and papers over SQL. */
export function sqlContests(
  sql: Sql,
): Pick<ContestStore, "contests" | "contest" | "papers" | "paper" | "entrants"> {
  const parse = definitionReader()
  const stored = ({ definition, units }: ContestRow) => ({ definition: parse(definition), units })
  return {
    async contests() {
      return (await sql.query<ContestRow>("select definition::text, units from contests order by id")).map(
        stored,
      )
    },
    async contest(id) {
      const [row] = await sql.query<ContestRow>(
        "select definition::text, units from contests where id = $1",
        [id],
      )
      return row ? stored(row) : null
    },
    async papers(contest) {
      const rows = await sql.query<PaperRow>(
        `select ${paperColumns} from papers where contest = $1 order by round, division`,
        [contest],
      )
      return rows.map(storedPaper)
    },
    async paper(contest, round, division) {
      const [row] = await sql.query<PaperRow>(
        `select ${paperColumns} from papers where contest = $1 and round = $2 and division = $3`,
        [contest, round, division],
      )
      return row ? storedPaper(row) : null
    },
    async entrants(contest) {
      const rows = await sql.query<{ round: number; entrants: number }>(
        "select round, count(*)::int as entrants from entries where contest = $1 group by round",
        [contest],
      )
      return new Map(rows.map(({ round, entrants }) => [round, entrants]))
    },
  }
}

function storedPaper(row: PaperRow): StoredPaper {
  const { paper_hash, key_commitment, seed_commitment, ...same } = row
  return { ...same, paperHash: paper_hash, keyCommitment: key_commitment, seedCommitment: seed_commitment }
}

/** Parsing a definition costs more than fetching it: one text is parsed once. */
function definitionReader(): (text: string) => ContestDefinition {
  const known = new Map<string, ContestDefinition>()
  return (text) => {
    const definition = known.get(text)
    if (definition) return definition
    const parsed = parseDefinition(JSON.parse(text))
    if (!parsed.ok) throw new Error(`a stored contest definition is faulty: ${JSON.stringify(parsed.faults)}`)
    // Definitions change a few times in a contest's life; the bound only keeps a long-lived process from hoarding.
    if (known.size > 50) known.clear()
    known.set(text, parsed.definition)
    return parsed.definition
  }
}
