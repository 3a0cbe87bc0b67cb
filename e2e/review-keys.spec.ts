import { expect, test } from '@playwright/test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccessible } from './support/accessible'
import { startPortal, type Portal } from './support/portal'
import { signInDemo } from './support/sign-in'

const many = 20

// A portal of its own, whose queue holds nothing else.
let portal: Portal
let folder: string
test.beforeAll(async () => {
  test.setTimeout(240_000)
  folder = await mkdtemp(join(tmpdir(), 'proposals-'))
  portal = await startPortal()
  await portal.catalog('role', 'ada', 'contributor', '--create')
  for (let number = 1; number <= many; number++) {
    const file = join(folder, `${number}.json`)
    const fields = { name: `Set ${String(number).padStart(2, '0')}`, papers: [], description: 'A set.', links: [] }
    await writeFile(file, JSON.stringify({ changes: [{ op: 'add', section: 'text', entry: { kind: 'dataset', fields } }] }))
    await portal.catalog('propose', file, '--as', 'ada')
  }
})
test.afterAll(async () => {
  await portal.stop()
  await rm(folder, { recursive: true })
})

test('twenty proposals are decided by keys alone, each followed by the next', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await (await browser.newContext({ baseURL: portal.url })).newPage()
  await signInDemo(page, 'Demo maintainer', '/review')
  // The page says so once it listens.
  const listens = () => expect(page.getByText('press ?')).toBeVisible()
  await listens()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(page.getByRole('link', { name: 'Add Set 01' })).toBeFocused()
  await page.keyboard.press('o')
  const title = (number: number) => page.getByRole('heading', { level: 1, name: `Add Set ${String(number).padStart(2, '0')}` })
  await expect(title(1)).toBeVisible()
  await listens()
  await page.keyboard.press('j')
  await expect(title(2)).toBeVisible()
  await page.keyboard.press('k')
  await expect(title(1)).toBeVisible()
  // Behind the open help no key does anything.
  await listens()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('a')
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
  await expect(title(1)).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByLabel('Comment')).toBeFocused()
  // What is typed into a field is no key.
  await page.keyboard.type('a')
  await expect(page.getByLabel('Comment')).toHaveValue('a')
  await page.reload()
  await listens()
  const began = Date.now()
  for (let number = 1; number <= many; number++) {
    await expect(title(number)).toBeVisible()
    if (number % 5 === 0) {
      await page.keyboard.press(number % 10 === 0 ? 'q' : 'r')
      await expect(page.getByLabel('Reason')).toBeFocused()
      await page.keyboard.type(`Which paper describes set ${number}?`)
      await page.keyboard.press('Control+Enter')
    } else await page.keyboard.press('a')
    await expect(page.getByText(new RegExp(`^Proposal ${number} is `))).toBeVisible()
  }
  await expect(page).toHaveURL(/\/review\?decided=20-changes_requested$/)
  await expect(page.getByRole('heading', { name: 'Nothing waits for review' })).toBeVisible()
  // A decision takes less than fifteen seconds.
  expect((Date.now() - began) / many).toBeLessThan(15_000)
  const listed = await (await page.request.get('/README.md')).text()
  expect(listed.match(/^\| Set \d\d /gm)).toHaveLength(16)
})

test('the keys are told on the page, and one who may not decide has none that decide', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: portal.url })).newPage()
  await signInDemo(page, 'Demo maintainer', '/review/1')
  await page.getByRole('button', { name: 'Keys' }).click()
  await expect(page.getByRole('dialog', { name: 'Keys' })).not.toContainText('Accept')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('o')
  await expect(page).toHaveURL(/\/datasets\/set-01$/)
})
