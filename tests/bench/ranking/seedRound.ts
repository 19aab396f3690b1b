import type { Sql } from "../../../src/service/sql/sql.ts"

/**
 * Fills round 1 of the loaded contest with `count` made-up entries, and their participants, in rows as large as real ones.
 * About one in eleven has every answer right, so that thousands share the top and predictions, seconds and lots decide.
 */
export async function seedRound(sql: Sql, contest: string, count: number, opensAt: number): Promise<void> {
  const [paper] = await sql.query<{ bank: { id: string; options: { id: string }[]; accepted: string[] }[] }>(
    "select bank from papers where contest = $1 and round = 1",
    [contest],
  )
  if (!paper) throw new Error(`no paper of "${contest}"`)
  // Of each question the right option with a chance of 0.85, else the last one: 0.85 ^ 15 is 0.087.
  const answers = paper.bank
    .map(
      ({ id, options, accepted }) =>
        `'${id}', case when random() < 0.85 then '${accepted[0]}' else '${options.at(-1)?.id}' end`,
    )
    .join(", ")
  await sql.query(
    `insert into entries (contest, round, person, division, code, answers, prediction, rules_version, answered_at, entry_hash,
                          received_at, late, receipt)
     select $1, 1, encode(sha256(($1 || n)::bytea), 'base64'), 'all',
            'HS1-' || translate(upper(lpad(to_hex(n), 8, '0')), 'ILOU', 'JMPV') || '-X',
            jsonb_build_object(${answers}), floor(random() * 200000), '1', '2024-11-01T08:00:00.000Z', md5(n::text) || md5(n::text),
            date_trunc('second', $3::timestamptz + random() * interval '6 days'), random() < 0.002, repeat('r', 700)
     from generate_series(1, $2::int) as n`,
    [contest, count, new Date(opensAt).toISOString()],
  )
  await sql.query(
    `insert into participants (contest, person, account, name, division, declared, reference, frozen_at)
     select contest, person, 'vneid', 'Nguyễn Thị Hoa', 'all', false, left(person, 8), received_at from entries where contest = $1`,
    [contest],
  )
  await sql.script("vacuum analyze entries")
}
