import type pg from 'pg'

/** Rows as the database's own columns have them. */
export type Rows = readonly Record<string, unknown>[]

const big = ['entry', 'entry_revision', 'entry_term', 'entry_identity', 'entry_search', 'search_word']

/**
 * Runs a filling without the large tables' foreign keys and indexes, but for primary keys, and makes both anew afterwards, which
 * checks every row: a tenth of the time. What the migrations made is read from the database, so that nothing is forgotten.
 */
export async function inBulk(client: pg.Client, fill: () => Promise<void>): Promise<void> {
  await client.query(`SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2; SET synchronous_commit = off`)
  const keys = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY($1::regclass[])`,
    [big],
  )
  const indexes = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index WHERE indrelid = ANY($1::regclass[]) AND NOT indisprimary`,
    [big],
  )
  for (const { table, name } of keys.rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`)
  await fill()
  for (const { definition } of indexes.rows) await client.query(definition)
  for (const { table, name, definition } of keys.rows) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
  await client.query('VACUUM ANALYZE')
}

/** Inserts rows as one JSON text, which costs no parameter for every value. */
export async function insert(client: pg.Client, table: string, rows: Rows): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).join(', ')
  await client.query(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`, [JSON.stringify(rows)])
}
