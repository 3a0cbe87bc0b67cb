import { expect, test, type Page } from '@playwright/test'
import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { cookiesOf } from '@/lib/auth/cookies'
import { readHolder } from '@/scripts/start/folder-lock'

const researchers = new Map<string, string>()

/**
 * Makes whoever is signed in as the demo researcher a researcher of the test's own, by the same name: what one test leaves in a form
 * comes back in no other. A portal that a test started itself has no other tests.
 */
export async function becomeOwn(page: Page): Promise<void> {
  const { origin } = new URL(page.url())
  if (origin !== process.env.PORTAL_URL) return
  const { sessionToken } = cookiesOf(origin)
  const token = (await page.context().cookies(origin)).find(({ name }) => name === sessionToken.name)?.value ?? ''
  const client = new pg.Client(readHolder(process.env.PORTAL_DATA_DEMO ?? '')?.databaseUrl ?? '')
  await client.connect()
  try {
    const id = researchers.get(test.info().testId) ?? (await newResearcher(client))
    const hash = createHash('sha256').update(token).digest('base64url')
    const { rowCount } = await client.query('UPDATE session SET user_id = $1 WHERE session_token = $2', [id, hash])
    expect(rowCount).toBe(1)
  } finally {
    await client.end()
  }
}

async function newResearcher(client: pg.Client): Promise<string> {
  const id = randomUUID()
  await client.query(`INSERT INTO "user" (id, name) VALUES ($1, 'Demo researcher')`, [id])
  researchers.set(test.info().testId, id)
  return id
}
