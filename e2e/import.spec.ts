import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { looks } from './support/looks'
import { startPortal, type Portal } from './support/portal'
import { signInDemo } from './support/sign-in'

// A portal of its own: whole READMEs are compared, and other journeys add entries meanwhile.
let portal: Portal
test.beforeAll(async () => {
  test.setTimeout(180_000)
  portal = await startPortal()
})
test.afterAll(() => portal.stop())

type Name = Parameters<typeof signInDemo>[1]

async function visit(browser: Browser, name: Name, to: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: portal.url, ...options })).newPage()
  await signInDemo(page, name, to)
  return page
}

async function readme(): Promise<string> {
  return (await fetch(`${portal.url}/README.md`)).text()
}

/** What a hand does to the list: a row added, one changed, one removed, a typo mended, padding broken. */
function editedByHand(text: string): string {
  const lines = text.split('\n')
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start))
  lines.splice(at('| MMedLM 2'), 0, '| Hippo | Medicine | [Hippo: an open model](https://arxiv.org/abs/2403.00001) | - | LLaMA 2 | PMC + MIMIC-IV* |')
  lines[at('| BioMistral')] = (lines[at('| BioMistral')] as string).replace('https://arxiv.org/abs/2402.10373', 'https://doi.org/10.18653/v1/2024.biomistral')
  lines.splice(at('| PULSE'), 1)
  lines[at('### Mulit-Modal')] = '### Multi-Modal'
  lines[at('| RadFM')] = (lines[at('| RadFM')] as string).replace(/ {2,}\|/, ' |')
  return lines.join('\n')
}

const upload = (text: string, name = 'README.md') => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })
const see = (page: Page) => page.getByRole('button', { name: 'See the changes' }).click()
const seen = (page: Page) => page.getByRole('region', { name: 'What it changes' })

test('a hand edit of the exported README, uploaded, seen, sent, reviewed and accepted, is the README', async ({ browser }) => {
  test.slow()
  const edited = editedByHand(await readme())
  const mine = await visit(browser, 'Demo maintainer', '/review')
  await mine.getByRole('link', { name: 'Import an edited README' }).click()
  await mine.getByLabel('The edited README').setInputFiles(upload(edited))
  await see(mine)
  await expect(seen(mine)).toBeFocused()
  await expectChangesShown(seen(mine))
  await mine.getByLabel('Note to the reviewer').fill('From the working group.')
  await mine.getByRole('button', { name: 'Send for review' }).click()
  await mine.waitForURL(/\/proposals\/\d+$/)
  await expectChangesShown(mine.getByRole('main'))
  const other = await visit(browser, 'Second demo maintainer', '/review')
  await other.getByRole('link', { name: /^Import an edited README: 1 added, 1 changed, 1 removed/ }).click()
  await expectChangesShown(other.getByRole('main'))
  await expect(other.getByText('From the working group.')).toBeVisible()
  await other.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(other.getByRole('region', { name: 'Decision', exact: true })).toContainText('Accepted')
  expect(await readme()).toBe(edited)
  await other.goto('/models/hippo')
  await expect(other.getByRole('heading', { level: 1, name: 'Hippo' })).toBeVisible()
  expect((await other.goto('/models/pulse'))?.status()).toBe(410)
  await other.goto('/log')
  await expect(other.getByRole('heading', { name: /^Import an edited README: 1 added/ })).toBeVisible()
  const told = other.getByRole('article').filter({ hasText: 'Import an edited README: 1 added' }).first()
  for (const done of ['PULSE removed', 'Hippo added', 'BioMistral changed']) await expect(told.getByRole('listitem').filter({ hasText: done })).toBeVisible()
  expect(await (await other.request.get('/log.md')).text()).toMatch(/\[PULSE\]\(\S+\/models\/pulse\.md\): removed/)
})

async function expectChangesShown(place: ReturnType<typeof seen>): Promise<void> {
  const item = (name: string) => place.getByRole('listitem').filter({ hasText: name })
  await expect(item('Added').filter({ hasText: 'Hippo' }).first()).toContainText('Hippo: an open model')
  const changed = item('Changed').filter({ hasText: 'BioMistral' }).first()
  await expect(changed).toContainText('https://arxiv.org/abs/2402.10373')
  await expect(changed).toContainText('https://doi.org/10.18653/v1/2024.biomistral')
  await expect(item('Removed').filter({ hasText: 'PULSE' }).first()).toBeVisible()
  await expect(item('### Mulit-Modal').first()).toContainText('### Multi-Modal')
  await expect(item('Layout').first()).toContainText('spaced by hand')
  await expect(place.getByText(/^\d+ lines? added, \d+ lines? removed/)).toBeVisible()
}

test('tells what is wrong where it is wrong, and keeps what was typed', async ({ browser }) => {
  const page = await visit(browser, 'Demo maintainer', '/review/import')
  await see(page)
  await expect(page.getByText('Choose the edited README, or paste it.')).toBeVisible()
  await expect(page.getByLabel('The edited README')).toBeFocused()
  await page.getByLabel('Exported at revision').fill('77')
  await page.getByText('Or paste its text').click()
  await page.getByLabel('Pasted text').fill('# A list')
  await see(page)
  await expect(page.getByText('There is no revision 77')).toBeVisible()
  await expect(page.getByLabel('Exported at revision')).toBeFocused()
  await expect(page.getByLabel('Pasted text')).toHaveValue('# A list')
  await page.getByLabel('Exported at revision').fill('first')
  await see(page)
  await expect(page.getByText('A revision is a whole number.')).toBeVisible()
  await page.getByLabel('Exported at revision').fill('')
  await page.getByLabel('The edited README').setInputFiles(upload(await readme()))
  await see(page)
  await expect(page.getByText('Upload a file or paste its text, not both.')).toBeVisible()
  await page.getByLabel('Pasted text').fill('')
  await see(page)
  await expect(page.getByText('This README is what the catalog says already.')).toBeVisible()
  await page.getByLabel('The edited README').setInputFiles({ name: 'x.md', mimeType: 'text/markdown', buffer: Buffer.from([0x23, 0xff]) })
  await see(page)
  await expect(page.getByText('the byte at offset 1 belongs to no character')).toBeVisible()
})

test('works without JavaScript, from pasted text', async ({ browser }) => {
  const page = await visit(browser, 'Demo maintainer', '/review/import', { javaScriptEnabled: false })
  const edited = (await readme()).replace('an up-to-date list', 'a living list')
  await page.getByText('Or paste its text').click()
  await page.getByLabel('Pasted text').fill(edited)
  await see(page)
  await expect(page.getByRole('heading', { name: 'Edit the text of the README' })).toBeVisible()
  await page.getByLabel('Note to the reviewer').fill('Without a script.')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  const id = /\d+$/.exec(page.url())?.[0] ?? ''
  const other = await visit(browser, 'Second demo maintainer', `/review/${id}`, { javaScriptEnabled: false })
  await other.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(other.getByRole('region', { name: 'Decision', exact: true })).toContainText('Accepted')
  expect(await readme()).toBe(edited)
})

test('merges with what the catalog changed since, or shows where the two clash', async ({ browser }) => {
  const before = await readme()
  const page = await visit(browser, 'Demo maintainer', '/review/import')
  const revision = Number(/revision (\d+)/.exec(await page.getByText('Left empty: the current one').innerText())?.[1])
  await page.getByLabel('The edited README').setInputFiles(upload(before.replace('| MedAlpaca ', '| MedLlama  ')))
  await see(page)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  const other = await visit(browser, 'Second demo maintainer', page.url().replace(portal.url, '').replace('proposals', 'review'))
  await other.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(other.getByRole('region', { name: 'Decision', exact: true })).toContainText('Accepted')
  await page.goto('/review/import')
  await page.getByLabel('Exported at revision').fill(String(revision))
  await page.getByLabel('The edited README').setInputFiles(upload(`${before}\nA line at the end.\n`))
  await see(page)
  await expect(seen(page)).toContainText(`merged with what the catalog changed up to revision ${revision + 1}`)
  await page.getByLabel('The edited README').setInputFiles(upload(before.replace('| MedAlpaca ', '| Alpaca    ')))
  await see(page)
  const clash = page.getByRole('listitem').filter({ hasText: 'MedAlpaca in Language Models: Name' })
  await expect(clash).toContainText('MedLlama')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  await other.goto(page.url().replace('proposals', 'review'))
  await expect(other.getByRole('listitem').filter({ hasText: 'MedAlpaca in Language Models: Name' })).toContainText('Alpaca')
  await expect(other.getByRole('button', { name: 'Accept', exact: true })).toBeDisabled()
  await other.getByLabel('Reason').fill('Please start from the current list.')
  await other.getByRole('button', { name: 'Ask for changes' }).click()
  await expect(other.getByRole('region', { name: 'Decision', exact: true })).toContainText('Changes asked for')
  await page.reload()
  await page.getByRole('link', { name: 'Revise and resubmit' }).click()
  await expect(page.getByRole('heading', { name: 'Import it once more' })).toBeVisible()
  await page.getByLabel('The edited README').setInputFiles(upload((await readme()).replace('| MedLlama  ', '| Alpaca    ')))
  await see(page)
  await page.getByRole('button', { name: 'Send version 2' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  await expect(page.getByText(/^Proposal \d+, version 2/)).toBeVisible()
})

test('is for maintainers', async ({ browser }) => {
  const researcher = await visit(browser, 'Demo researcher', '/review/import')
  await expect(researcher.getByRole('heading', { name: 'Importing a README is for maintainers' })).toBeVisible()
  expect((await researcher.goto('/review/import'))?.status()).toBe(403)
  const stranger = await (await browser.newContext({ baseURL: portal.url })).newPage()
  await stranger.goto('/review/import')
  await expect(stranger).toHaveURL(/\/sign-in\?to=%2Freview%2Fimport$/)
})

for (const { colorScheme, width } of looks) {
  test(`has no fault that axe finds and no sideways scrolling, ${colorScheme}, ${width} wide`, async ({ browser }) => {
    test.slow()
    const page = await visit(browser, 'Demo maintainer', '/review/import', { colorScheme, viewport: { width, height: 844 } })
    await expectAccessible(page)
    await page.getByLabel('Exported at revision').fill('1')
    await page.getByLabel('The edited README').setInputFiles(upload(editedByHand(await (await fetch(`${portal.url}/r/1/README.md`)).text()).replace('| MedAlpaca ', '| Alpaca    ')))
    await see(page)
    await expect(seen(page)).toBeFocused()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Send for review' }).click()
    await page.waitForURL(/\/proposals\/\d+$/)
    await expectAccessible(page)
  })
}
