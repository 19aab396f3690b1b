import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { loadSecrets } from "../../src/service/identity/secrets.ts"
import { generousLimits } from "../../src/service/routes/rateLimit.ts"
import { readSecretsFile } from "../../src/service/serve/secretsFile.ts"
import { openTestSql } from "./testService.ts"

const repository = fileURLToPath(new URL("../../", import.meta.url))
const guide = readFileSync(`${repository}src/service/README.md`, "utf8")

describe("the deployment guide", () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "contest-deployment-"))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const secretsFile = (content: unknown) => {
    const path = join(folder, "secrets.json")
    writeFileSync(path, JSON.stringify(content))
    return readSecretsFile(path)
  }

  it("takes the keys out of the database into a file that the service reads", async () => {
    const [, statement = ""] = /<<'SQL'\n([\s\S]+?)\nSQL/.exec(guide) ?? []
    const sql = await openTestSql()
    const secrets = await loadSecrets(sql)
    const [row] = await sql.query<Record<string, unknown>>(statement)
    await sql.close()
    expect(secretsFile(row?.jsonb_build_object)).toMatchObject({
      receiptKeys: [secrets.receiptKey],
      ticketKeys: [secrets.ticketKey],
      personKey: secrets.personKey,
    })
  })

  it("makes keys that the service takes", () => {
    const [receiptKey = "", ticketKey = ""] = [...guide.matchAll(/^node -p '([^']+)'/gm)].map(([, program]) =>
      execFileSync(process.execPath, ["-p", program ?? ""], { encoding: "utf8" }).trim(),
    )
    const ring = { receiptKeys: [JSON.parse(receiptKey)], ticketKeys: [ticketKey], personKey: ticketKey }
    expect(secretsFile(ring).receiptKeys[0]?.kid).toBe("receipt-2")
  })

  it("starts a file that is there, and names the limits that hold", () => {
    const started = [...guide.matchAll(/src\/service\/serve\/\w+\.ts/g)].map(([path]) => path)
    expect(started.length).toBe(2)
    for (const path of started) expect(existsSync(repository + path)).toBe(true)
    const { tickets, entries } = generousLimits
    expect(guide.replace(/\s+/g, " ")).toContain(
      `${tickets.burst} tickets and ${entries.burst} entries at once, then one every ${tickets.everyMs / 1000} and ${entries.everyMs / 1000} seconds`,
    )
  })
})
