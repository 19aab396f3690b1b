import pg from "pg"

const pageSize = 5000

/**
 * Reads what ranking reads of round 1's entries, in order, through the driver that the service uses, and does nothing with
 * it. Gives the seconds it took and how many there are.
 */
export async function readRound(
  databaseUrl: string,
  contest: string,
): Promise<{ seconds: number; count: number }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const began = performance.now()
  await client.query("begin")
  await client.query(
    `declare entries_in_order cursor for
     select person, code, answers, prediction, received_at, late from entries
     where contest = '${contest}' and round = 1 order by received_at, code`,
  )
  let count = 0
  for (let read = -1; read !== 0; count += read) {
    read = (await client.query(`fetch ${pageSize} from entries_in_order`)).rows.length
  }
  await client.query("commit")
  const seconds = (performance.now() - began) / 1000
  await client.end()
  return { seconds, count }
}
