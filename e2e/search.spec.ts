import { expect, test, type Locator, type Page } from '@playwright/test'
import type { SuggestAnswer } from '@/components/search/suggest-answer'
import { expectAccessible } from './support/accessible'

const filters = (page: Page) => page.getByRole('navigation', { name: 'Filters' })
const answers = (page: Page) => page.getByRole('region', { name: 'Answers' })

for (const javaScriptEnabled of [true, false]) {
  test(`narrows by words and facets, each view with its address, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })).newPage()
    await page.goto('/search')
    const form = page.getByRole('search', { name: 'Search the catalog' })
    await form.getByRole('searchbox').fill('mimic')
    await form.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL('/search?q=mimic')
    await expect(page.getByRole('rowheader').first()).toHaveText(/^MIMIC/)
    await expect(answers(page).locator('mark').first()).toHaveText('MIMIC')
    const tick = () => filters(page).getByRole('link', { name: /^Radiology\s*\d+$/ }).evaluate((link) => getComputedStyle(link, '::after').rotate)
    expect(await tick()).toBe('none')
    await filters(page).getByRole('link', { name: /^Radiology\s*\d+$/ }).click()
    await filters(page).getByRole('link', { name: /^Clinic\s*\d+$/ }).click()
    await expect(page).toHaveURL('/search?q=mimic&subfield=clinic&subfield=radiology')
    await expect(filters(page).getByRole('link', { name: /^Radiology\s*\d+$/ })).toHaveAttribute('aria-current', 'true')
    expect(await tick()).toBe('45deg')
    await page.getByRole('link', { name: 'Remove the filter Subfield: Clinic' }).click()
    await expect(page).toHaveURL('/search?q=mimic&subfield=radiology')
    const [, count] = /(\d+)$/.exec((await filters(page).getByRole('link', { name: /^Radiology\s*\d+$/ }).textContent()) ?? '') ?? []
    await expect(page.getByRole('rowheader')).toHaveCount(Number(count))
    await page.getByRole('navigation', { name: 'Order' }).getByRole('link', { name: 'Year' }).click()
    await expect(page).toHaveURL('/search?q=mimic&subfield=radiology&sort=year')
    await page.goBack()
    await expect(page).toHaveURL('/search?q=mimic&subfield=radiology')
    await page.getByRole('link', { name: 'Clear all' }).click()
    await expect(page).toHaveURL('/search?q=mimic')
    // The style reads the boxes themselves.
    await page.getByText('View', { exact: true }).click()
    await page.getByRole('checkbox', { name: 'Subfield' }).uncheck()
    await expect(page.getByRole('columnheader', { name: 'Subfield' })).toHaveCount(0)
    await page.goto('/log')
    await page.getByRole('search', { name: 'Search everywhere' }).getByRole('searchbox').fill('radiolgy')
    if (javaScriptEnabled) await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('radiolgy')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/search?q=radiolgy')
    await expect(page.getByText('No entry says “radiolgy”: these say “radiology”.')).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Subfield' })).toHaveCount(javaScriptEnabled ? 0 : 1)
    await page.context().close()
  })
}

test('answers while one types, by keys alone', async ({ page }) => {
  await page.goto('/log')
  const input = page.getByRole('dialog').getByRole('combobox')
  // The key waits for the page's script.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(input).toBeFocused({ timeout: 1000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(input).toHaveCount(0)
  await page.keyboard.press('/')
  await input.fill('chexpart')
  await expect(page.getByRole('option').first()).toContainText('CheXpert')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/datasets/chexpert')
})

test('keeps the mark on its answer while others come, and marks nothing where it is not among them', async ({ page, request }) => {
  const { entries } = (await (await request.get('/api/suggest?q=mimic')).json()) as SuggestAnswer
  const place = entries.findIndex(({ href }) => href === '/datasets/mimic-cxr')
  expect(place).toBeGreaterThan(0)
  const come: Record<string, () => void> = {}
  const held = Object.fromEntries(['mimic cxr', 'chexpert'].map((q) => [q, new Promise<void>((done) => (come[q] = done))]))
  await page.route('**/api/suggest?*', async (route) => {
    await held[new URL(route.request().url()).searchParams.get('q') ?? '']
    await route.continue()
  })
  await page.goto('/log')
  const dialog = page.getByRole('dialog')
  const [input, options, marked] = [dialog.getByRole('combobox'), dialog.getByRole('option'), dialog.getByRole('option', { selected: true })]
  // The key waits for the page's script.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(input).toBeFocused({ timeout: 1000 })
  }).toPass()
  await input.fill('mimic')
  await expect(options).toHaveCount(entries.length + 1)
  await input.fill('mimic cxr')
  for (let at = 0; at <= place; at++) await page.keyboard.press('ArrowDown')
  await expect(marked).toHaveAttribute('href', '/datasets/mimic-cxr')
  come['mimic cxr']?.()
  await expect(options.first()).toHaveAttribute('href', '/datasets/mimic-cxr')
  await expect(marked).toHaveAttribute('href', '/datasets/mimic-cxr')
  await expect(input).toHaveAttribute('aria-activedescendant', 'palette-0')
  await input.fill('chexpert')
  await page.keyboard.press('ArrowDown')
  await expect(marked).toHaveAttribute('href', '/datasets/mimic-cxr')
  come.chexpert?.()
  await expect(options.first()).toContainText('CheXpert')
  await expect(marked).toHaveCount(0)
  await expect(input).not.toHaveAttribute('aria-activedescendant')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/search?q=chexpert')
})

/** Asks for the palette from a link of the page, and holds its script back. */
async function askSlowly(page: Page): Promise<{ way: Locator; bring: () => void }> {
  await page.goto('/log')
  let [asked, bring] = [false, () => {}]
  const brought = new Promise<void>((done) => (bring = done))
  await page.route('**/*.js', async (route) => {
    asked = true
    await brought
    await route.continue()
  })
  const way = page.getByRole('link', { name: 'Cite' })
  await way.focus()
  // The key waits for the page's script.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    expect(asked).toBe(true)
  }).toPass()
  return { way, bring }
}

test('searches where Enter comes sooner than the palette', async ({ page }) => {
  const { bring } = await askSlowly(page)
  await page.keyboard.type('chexpert')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/search?q=chexpert')
  bring()
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('chexpert')
})

test('loses no letter that is typed while the palette is on its way', async ({ page }) => {
  const { way, bring } = await askSlowly(page)
  await page.keyboard.type('chexp')
  bring()
  const input = page.getByRole('dialog').getByRole('combobox')
  await expect(input).toBeFocused()
  await page.keyboard.type('ert')
  await expect(input).toHaveValue('chexpert')
  // One press, though a browser's own search box is only emptied by it.
  await page.keyboard.press('Escape')
  await expect(input).toHaveCount(0)
  await expect(way).toBeFocused()
})

test('fits a phone: filters fold away, rows are cards, and nothing is wider than the screen', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await page.goto('/search?q=clip')
  await expect(filters(page)).toBeHidden()
  await page.getByText('Filters', { exact: true }).click()
  await filters(page).getByRole('link', { name: /^Pathology/ }).click()
  await expect(page.getByText('Filters (1)')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await page.context().close()
})

test('tells fingers of no keys, and is closed by a button', async ({ browser }) => {
  for (const hasTouch of [true, false]) {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch, isMobile: hasTouch })).newPage()
    const dialog = page.getByRole('dialog')
    // The tap waits for the page's script: before, it leads to the search page.
    await expect(async () => {
      await page.goto('/log')
      await page.getByRole('banner').getByRole('link', { name: 'Search', exact: true }).click()
      await expect(dialog).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expect(dialog.getByText('Esc closes')).toBeVisible({ visible: !hasTouch })
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeVisible({ visible: hasTouch })
    if (hasTouch) await dialog.getByRole('button', { name: 'Close' }).click()
    else await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await page.context().close()
  }
})

for (const width of [320, 390, 480]) {
  test(`${width} wide, has the choice of columns on the screen, and nothing beside it`, async ({ browser }) => {
    const page = await (await browser.newContext({ viewport: { width, height: 844 } })).newPage()
    for (const address of ['/search?q=clip', '/sections/language-models']) {
      await page.goto(address)
      await page.getByText('View', { exact: true }).click()
      await expect(page.getByRole('checkbox', { name: 'Dense rows' })).toBeInViewport({ ratio: 1 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(width)
    }
    await page.context().close()
  })
}

test('a browser’s address bar is told where to search, and what else it could mean', async ({ request, baseURL }) => {
  const description = await (await request.get('/opensearch.xml')).text()
  const template = /type="application\/x-suggestions\+json" template="([^"]+)"/.exec(description)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const answer = await request.get(template.replace('{searchTerms}', encodeURIComponent('mimic c')))
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/x-suggestions+json; charset=utf-8'])
  const [typed, names, , addresses] = (await answer.json()) as [string, string[], string[], string[]]
  expect([typed, names, addresses]).toEqual(['mimic c', expect.arrayContaining(['MIMIC-CXR']), expect.arrayContaining([`${baseURL}/datasets/mimic-cxr`])])
})

test('tells who has an answer already', async ({ request }) => {
  const first = await request.get('/api/suggest?q=mimic')
  expect(await first.json()).toMatchObject({ q: 'mimic', entries: expect.arrayContaining([expect.objectContaining({ href: '/datasets/mimic-cxr' })]) })
  const again = await request.get('/api/suggest?q=mimic', { headers: { 'If-None-Match': first.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
})
