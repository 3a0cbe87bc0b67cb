import { expect, test as base, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { field, sendButton } from './support/form'
import { looks } from './support/looks'
import { folderOf, startPortal, type Portal } from './support/portal'
import { freshName } from './support/propose'
import { signInDemo } from './support/sign-in'

/** A portal that holds somebody else's list: tables of papers and tools, and two whose headers fit a kind. */
const test = base.extend<object, { list: Portal }>({
  list: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const portal = await startPortal({ data: await folderOf('scripts/testing/list.README.md') })
      await use(portal)
      await portal.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ list }, use) => use(list.url),
})

const section = (page: Page, name: string) => page.getByRole('region', { name })
const cell = (page: Page, term: string) => page.getByRole('definition').filter({ has: page.locator(`xpath=preceding-sibling::dt[.="${term}"]`) })

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('shows every table by its own columns', async ({ page }) => {
      await page.goto('/')
      await expect(page.getByText('2 models, 1 dataset and 10 entries in six sections.')).toBeVisible()
      const sections = page.getByRole('navigation', { name: 'Sections' })
      await sections.getByRole('link', { name: /^Papers/ }).click()
      await expect(page.getByRole('columnheader')).toHaveText(['Year', 'Title', 'Venue', 'Links'])
      await page.goto('/')
      await sections.getByRole('listitem').getByRole('link', { name: /^Models/ }).click()
      await expect(page.getByRole('columnheader')).toHaveText(['Model', 'Paper', 'Stars', 'Code'])
      await expect(page.getByRole('row', { name: 'TableLM' }).getByRole('cell')).toHaveText([/^Tables for all/, '120', /^Github/])
      await page.goto('/')
      await page.getByRole('link', { name: 'browse with filters' }).click()
      await page.getByRole('navigation', { name: 'Filters' }).getByRole('link', { name: /^Tools \(2\)/ }).click()
      await expect(page).toHaveURL('/search?section=tools-2')
      await expect(page.getByRole('rowheader')).toHaveText([/^Sheet/, /^Grid/])
    })

    test('shows a cell’s markdown, and nothing that could do harm', async ({ page }) => {
      await page.goto('/sections/papers')
      const row = (year: string) => page.getByRole('row').filter({ has: page.getByRole('cell', { name: year, exact: true }) })
      const title = row('2024').getByRole('link', { name: /^Attention is still all you need/ })
      await expect(title).toHaveAttribute('href', 'https://arxiv.org/abs/2401.00001')
      await expect(title).toHaveAttribute('rel', 'nofollow ugc noopener')
      await expect(title.getByRole('emphasis')).toHaveText('still')
      await expect(row('2024').getByRole('link', { name: /^stars/ })).toHaveAttribute('href', 'https://github.com/a/attention/stargazers')
      await expect(row('2023').getByRole('rowheader').locator('br')).toHaveCount(1)
      await expect(row('2022').getByRole('code')).toHaveText('a | b')
      await expect(row('2021').getByRole('rowheader').getByRole('link')).toHaveAttribute('href', '/entries/withdrawn-a-note-on-scripts')
      await expect(page.locator('main img, [href^="javascript:"]')).toHaveCount(0)
      await page.goto('/sections/tools')
      await expect(page.getByRole('rowheader').last()).toHaveText('<b>ed</b>')
    })

    test('leads from a row to its page, and says what the README says', async ({ page, request }) => {
      await page.goto('/sections/papers')
      await page.getByRole('link', { name: 'details of Attention is still all you need' }).click()
      await expect(page).toHaveURL('/entries/attention-is-still-all-you-need')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Attention is still all you need')
      await expect(page.getByRole('term')).toHaveText(['Year', 'Title', 'Venue', 'Links'])
      await expect(cell(page, 'Venue')).toHaveText('NeurIPS')
      const line = await page.locator('pre').first().textContent()
      expect((await (await request.get('/README.md')).text()).split('\n')).toContain(line)
      await expect(section(page, 'History').getByRole('article')).toContainText(['Imported from the README'])
      expect((await page.goto('/entries/tablelm'))?.status()).toBe(404)
    })
  })
}

test('takes a row from its form into the README, which differs in that line alone', async ({ page, browser, baseURL, request }) => {
  const name = freshName('Attention')
  const before = await (await request.get('/README.md')).text()
  await signInDemo(page, 'Demo researcher', '/propose')
  await page.getByRole('link', { name: 'Another entry' }).click()
  await sendButton(page).click()
  await expect(field(page, 'Section')).toBeFocused()
  await field(page, 'Section').selectOption('papers')
  await sendButton(page).click()
  await expect(field(page, 'Year')).toHaveAccessibleDescription('Fill in at least one column: a row says something.')

  await field(page, 'Title').fill(`[${name}](https://arxiv.org/abs/2401.00001v2)`)
  await expect(page.getByRole('status').filter({ hasText: 'Is this it already?' })).toContainText('in the catalog: same arXiv id 2401.00001')
  await field(page, 'Title').fill(`**${name}** <b>| \`a|b\``)
  await field(page, 'Links').fill('https://example.org/x, [y](https://example.org/y)')
  await field(page, 'Year').fill('2026')
  const line = `| 2026 | **${name}** <b>\\| \`a\\|b\` | | https://example.org/x, [y](https://example.org/y) |`
  await expect(page.locator('pre')).toHaveText(line)
  await page.reload()
  await expect(page.getByText('What you typed before is back.')).toBeVisible()
  await expect(page.locator('pre')).toHaveText(line)
  await expectAccessible(page)
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/proposals\/\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Add ${name}`)

  const maintainer = await (await browser.newContext({ baseURL })).newPage()
  await signInDemo(maintainer, 'Demo maintainer', page.url().replace(/.*proposals/, '/review'))
  await expect(maintainer.getByRole('heading', { name: 'Entry in Papers' })).toBeVisible()
  await maintainer.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(maintainer.getByText(/^Accepted/).first()).toBeVisible()
  const after = await (await request.get('/README.md')).text()
  expect(after.split('\n').filter((one) => one !== line)).toEqual(before.split('\n'))
  await page.goto('/sections/papers')
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await expect(cell(page, 'Links').getByRole('link', { name: 'y' })).toHaveAttribute('href', 'https://example.org/y')
})

test('asks of a model only what its table has a column for', async ({ page }) => {
  await signInDemo(page, 'Demo researcher', '/propose/model?section=models')
  await expect(field(page, 'Stars')).toBeVisible()
  await expect(field(page, 'Base models')).toHaveCount(0)
  await field(page, 'Name').fill('CellGPT')
  await field(page, 'No paper yet').check()
  await field(page, 'No code').check()
  await field(page, 'Stars').fill('**7**')
  await expect(page.locator('pre')).toHaveText(/^\| CellGPT +\| - +\| \*\*7\*\* \| - +\|$/)
})

for (const { colorScheme, width } of looks) {
  test(`stands up to axe, ${colorScheme}, ${width} wide`, async ({ browser, baseURL }) => {
    test.slow()
    const page = await (await browser.newContext({ baseURL, colorScheme, viewport: { width, height: 900 } })).newPage()
    for (const address of ['/', '/sections/papers', '/sections/tools-2', '/entries/rows-columns-a-b-in-code', '/models/tablelm']) {
      await page.goto(address)
      await expectAccessible(page)
    }
    await page.context().close()
  })
}
