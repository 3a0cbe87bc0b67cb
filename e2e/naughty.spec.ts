import { expect, test as base, type Page } from '@playwright/test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPeople } from '@/lib/auth/demo-people'
import { entrySchema, type EntryInput } from '@/lib/catalog/entry'
import { submitProposal } from '@/lib/proposals/service'
import { naughtyList } from '@/scripts/testing/naughty-list'
import { naughtyStrings } from '@/scripts/testing/naughty-strings'
import { databaseOf } from './support/database'
import { folderOf, startPortal, type Portal } from './support/portal'
import { signInShared } from './support/sign-in'

// What the strings do to the README is seen by lib/proposals/naughty.db.test.ts; here, that a browser shows them and obeys none.

const [researcher] = demoPeople
const link = (label: string) => ({ label, url: 'https://example.org/a' })

/** A string in every text field of an entry; none where the form's schema refuses it in any. */
function entriesOf(fill: (value: string) => EntryInput): EntryInput[] {
  return naughtyStrings.map(fill).filter((entry) => entrySchema.safeParse(entry).success)
}

const models = entriesOf((value) => ({ kind: 'model', fields: { name: value, subfield: value, paper: link(value), code: link(value), base: [value], data: [value], starred: false } }))
const datasets = entriesOf((value) => ({ kind: 'dataset', fields: { name: value, description: value, papers: [link(value)], links: [link(value)] } }))

/** As a page shows it: blanks are one, and none is around. */
const shown = (text: string) => text.normalize('NFC').replaceAll(/[\s\p{Cf}\p{Cc}]+/gu, ' ').trim()
const namesOf = (entries: readonly EntryInput[]) => entries.map(({ fields }) => shown((fields as { name: string }).name))

/** A portal that holds that list. */
const test = base.extend<object, { portal: Portal }>({
  portal: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'naughty-'))
      await writeFile(join(folder, 'README.md'), naughtyList)
      const portal = await startPortal({ data: await folderOf(join(folder, 'README.md')) })
      await rm(folder, { recursive: true })
      await use(portal)
      await portal.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.url),
})

/** What a page runs, loads or says that it was not built to. */
function watch(page: Page, home: string): string[] {
  const strange: string[] = []
  page.on('dialog', (dialog) => {
    strange.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => strange.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') strange.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== home) strange.push(`request: ${request.url()}`)
  })
  return strange
}

const both = [['models', models], ['datasets', datasets]] as const

/** Every string stands in the text of the pages that a list goes over, and no element was made of one. */
async function expectShown(page: Page, entries: readonly EntryInput[]): Promise<void> {
  let text = ''
  for (let more = page.getByRole('link', { name: 'Next entries' }); ; await more.click()) {
    text += shown(await page.getByRole('main').innerText())
    await expect(page.locator('main :is([onerror], [onload], [autofocus], [href^="javascript:"], img, style, script[src^="x"])')).toHaveCount(0)
    if ((await more.count()) === 0) break
  }
  expect(namesOf(entries).filter((name) => !text.includes(name))).toEqual([])
}

test('strings that break pages are shown as they are, to the reviewer and to everybody, and do nothing', async ({ page, browser, portal }) => {
  test.slow()
  const strange = watch(page, portal.url)
  await signInShared(page, 'Demo researcher', '/account')
  const db = databaseOf(portal)
  for (const [section, entries] of both) {
    const sent = await submitProposal(db, researcher, { changes: entries.map((entry) => ({ op: 'add', section, place: 'end', entry })) })
    expect(sent).toMatchObject({ ok: true })
  }
  await db.$disconnect()
  await signInShared(page, 'Demo maintainer', '/review')
  for (const [at, [, entries]] of both.entries()) {
    await page.goto(`/review/${at + 1}`)
    await expectShown(page, entries)
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Decision', exact: true })).toContainText('Accepted', { timeout: 30_000 })
  }

  const reader = await (await browser.newContext({ baseURL: portal.url })).newPage()
  const told = watch(reader, portal.url)
  for (const [section, entries] of both) {
    await reader.goto(`/sections/${section}`)
    await expectShown(reader, entries)
  }
  await reader.goto(`/search?${new URLSearchParams({ q: '<script>alert(1)</script>' })}`)
  await reader.getByRole('link', { name: '<script>alert(1)</script>', exact: true }).first().click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('<script>alert(1)</script>')
  expect([strange, told]).toEqual([[], []])
})
