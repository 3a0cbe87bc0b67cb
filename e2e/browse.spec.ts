import { createHash } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { looks } from './support/looks'

const seedHash = 'c25db39e3d489009fb253d7d83da2113f5f913f47ce525dcf8b87ccdeb6a2eec'

/** Public pages of every shape. */
const addresses = [
  '/',
  '/search',
  '/search?q=mimic&subfield=radiology',
  '/search?q=nothing-is-called-this',
  '/sections/vision-language-models',
  '/models/cxr-clip',
  '/models/me-llama',
  '/datasets/mimic-cxr',
  '/log',
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('says on one screen what there is, what is new and how to add to it', async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto('/')
      await expect(page.getByText(/\d+ models and \d+ datasets in ten sections\./)).toBeVisible()
      await expect(page.getByRole('navigation', { name: 'Sections' }).getByRole('listitem')).toHaveText([
        ...[/^Language Models/, /^Vision Models/, /^Vision-Language Models/, /^Protein and Molecule Models/, /^Other Models/],
        ...[/^Text/, /^Imaging/, /^Genomics/, /^Drug/, /^Mulit-Modal/],
      ])
      await expect(page.getByRole('main').getByRole('link', { name: 'Propose an entry' })).toBeInViewport()
      await page.getByRole('region', { name: /^New/ }).or(page.getByRole('region', { name: 'The newest papers' })).getByRole('listitem').first().getByRole('link').click()
      await expect(page).toHaveURL(/\/(models|datasets)\//)
    })

    test('writes every kind of cell so that it can be told what it is', async ({ page }) => {
      await page.goto('/')
      await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: /^Language Models/ }).click()
      const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
      await expect(row('MMedLM 2').getByRole('link', { name: 'MMedC' })).toHaveAttribute('href', '/datasets/mmedc')
      await expect(row('MMedLM 2').getByRole('cell').last()).toHaveText('MMedC ★, more than three sources')
      await expect(row('BioMistral').getByRole('cell').nth(2)).toHaveText('–none')
      const paper = row('Me LLaMA').getByRole('link', { name: /^Me LLaMA: Foundation/ })
      await expect(paper).toHaveAttribute('href', 'https://arxiv.org/abs/2402.12749')
      await expect(paper).toHaveAttribute('rel', 'nofollow ugc noopener')
    })

    test('says when nothing matches, and leads on', async ({ page }) => {
      await page.goto('/search?q=nothing-is-called-this&kind=dataset')
      await expect(page.getByRole('heading', { name: 'Nothing in the catalog matches' })).toBeVisible()
      await page.getByRole('link', { name: 'Show the whole catalog' }).click()
      await expect(page).toHaveURL('/search')
    })

    test('searches within a section', async ({ page }) => {
      await page.goto('/sections/imaging')
      await expect(page.getByRole('heading', { level: 1, name: 'Imaging' })).toBeVisible()
      await page.getByRole('searchbox', { name: 'Search in this section' }).fill('chexpert')
      await page.getByRole('search', { name: 'Search in this section' }).getByRole('button', { name: 'Search' }).click()
      await expect(page).toHaveURL('/search?q=chexpert&section=imaging')
      await expect(page.getByRole('rowheader').first()).toHaveText(/^CheXpert/)
    })

    test('leads from a model to its data and back to all who used it', async ({ page }) => {
      await page.goto('/models/cxr-clip')
      await expect(page.getByRole('heading', { level: 1, name: 'CXR-CLIP' })).toBeVisible()
      const field = (term: string) => page.getByRole('definition').filter({ has: page.locator(`xpath=preceding-sibling::dt[.="${term}"]`) })
      await expect(field('Subfield')).toHaveText('Radiology')
      await expect(field('Base models')).toHaveText('CLIP')
      await expect(field('Base models').getByRole('link', { name: 'CLIP' })).toHaveAttribute('href', '/search?base=clip')
      await expect(field('Pre-training data')).toHaveText('MIMIC-CXR + CheXpert + ChestX-ray14')
      await field('Pre-training data').getByRole('link', { name: 'MIMIC-CXR' }).click()
      await expect(page).toHaveURL('/datasets/mimic-cxr')
      await expect(field('Description')).toHaveText('227,835 chest imaging studies with free-text reports for 65,379 patients')
      const usedBy = page.getByRole('region', { name: 'Used by' })
      await expect(usedBy.getByRole('link', { name: 'KAD' })).toHaveAttribute('href', '/models/kad')
      await usedBy.getByRole('link', { name: 'CXR-CLIP' }).click()
      await expect(page).toHaveURL('/models/cxr-clip')
    })

    test('shows an entry’s line as the README has it, and its history', async ({ page, request }) => {
      await page.goto('/datasets/mimic-cxr')
      const line = await page.locator('pre').first().textContent()
      expect((await (await request.get('/README.md')).text()).split('\n')).toContain(line)
      await expect(page.getByRole('region', { name: 'History' }).getByRole('article')).toContainText(['Imported from the README'])
    })

    test('answers an address that leads nowhere with 404 and ways on', async ({ page }) => {
      for (const address of ['/models/never-listed', '/datasets/%00', '/sections/none', '/nowhere']) {
        expect((await page.goto(address))?.status(), address).toBe(404)
        await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
      }
      await page.getByRole('main').getByRole('link', { name: 'The catalog' }).click()
      await expect(page).toHaveURL('/')
    })

    test('keeps a log whose revisions can be downloaded', async ({ page }) => {
      await page.goto('/log')
      const imported = page.getByRole('article').filter({ hasText: 'Imported from the README' })
      await expect(imported.locator('time')).toHaveText(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/)
      const download = page.waitForEvent('download')
      await imported.getByRole('link', { name: 'README.md at revision 1' }).click()
      expect((await download).suggestedFilename()).toBe('README-r1.md')
    })
  })
}

test('copies an entry’s line', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/models/kad')
  await page.getByRole('button', { name: 'Copy its line in README.md', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await page.locator('pre').first().textContent())
})

test('leads on whoever shortens an address', async ({ request }) => {
  for (const [address, to] of [['/models', '/search?kind=model'], ['/datasets', '/search?kind=dataset'], ['/entries', '/search'], ['/sections', '/'], ['/people', '/log']] as const) {
    const answer = await request.get(address, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location], address).toEqual([307, to])
    expect((await request.get(address)).status(), address).toBe(200)
  }
})

test('lets the keyboard skip to the content', async ({ page }) => {
  await page.goto('/log')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('gives each page a title, a description and its one address', async ({ page }) => {
  const titles = new Set<string>()
  for (const address of addresses) {
    await page.goto(address)
    titles.add(await page.title())
    await expect(page.locator('head > meta[name=description]')).toHaveAttribute('content', /.{40}/)
    const canonical = (await page.locator('head > link[rel=canonical]').getAttribute('href')) ?? ''
    expect(new URL(canonical).pathname).toBe(address.replace(/\?.*/, ''))
  }
  expect(titles.size).toBe(addresses.length)
})

test('hands out the README’s very bytes, and tells who has them already', async ({ request }) => {
  const first = await request.get('/r/1/README.md')
  expect(createHash('sha256').update(await first.body()).digest('hex')).toBe(seedHash)
  expect(first.headers()['content-type']).toBe('text/markdown; charset=utf-8')
  expect(first.headers()['cache-control']).toContain('immutable')
  expect(first.headers()['access-control-allow-origin']).toBe('*')
  // Another test may accept something between the two.
  await expect(async () => {
    const now = await request.get('/README.md')
    const { etag = '' } = now.headers()
    expect(now.headers()['content-type']).toBe('text/markdown; charset=utf-8')
    expect(now.headers()['access-control-allow-origin']).toBe('*')
    const again = await request.get('/README.md', { headers: { 'If-None-Match': etag } })
    expect([again.status(), (await again.text()).length]).toEqual([304, 0])
  }).toPass()
  for (const revision of ['0', '999999999', '01', 'x', '1e3', '%00']) {
    const answer = await request.get(`/r/${revision}/README.md`)
    expect([answer.status(), await answer.text()]).toEqual([404, 'There is no such revision of the catalog.\n'])
  }
})

test('leads searches of the home page, as it once took them, to where they are now', async ({ page, request }) => {
  for (const query of ['q=mimic&kind=dataset', 'section=text&utm_source=x', 'subfield=Radiology', 'kind=model']) {
    const answer = await request.get(`/?${query}`, { maxRedirects: 0 })
    // With a tag: as one that is kept for everybody.
    expect([answer.status(), answer.headers().etag], query).toEqual([308, expect.stringMatching(/^"r\d+-/)])
  }
  await page.goto('/?subfield=Radiology&q=mimic+cxr')
  await expect(page).toHaveURL(/\/search\?q=mimic(\+|%20)cxr&subfield=Radiology$/)
  await expect(page.getByRole('link', { name: 'CXR-CLIP', exact: true })).toBeVisible()
  expect((await request.get('/?q=', { maxRedirects: 0 })).status()).toBe(200)
})

test('survives addresses that make no sense', async ({ request }) => {
  for (const query of ['q=%00', 'q=%25%5C_', 'section=../../x', 'kind=table', 'q=a&q=b', `q=${'x'.repeat(3000)}`, 'subfield=%F0%9F%94%A5']) {
    expect((await request.get(`/search?${query}`)).status(), query).toBe(200)
    expect((await request.get(`/api/suggest?${query}`)).status(), query).toBe(200)
  }
  for (const path of ['/log?before=-1', '/log?before=99999999999', '/sections/text?after=%00', '/sections/text?after=zzz']) {
    expect((await request.get(path)).status(), path).toBe(200)
  }
})

for (const { colorScheme, width } of looks) {
  test(`stands up to axe, ${colorScheme}, ${width} wide, without a word on the console`, async ({ browser }) => {
    // Ten pages, each read by axe node by node.
    test.slow()
    const page = await (await browser.newContext({ colorScheme, viewport: { width, height: 900 } })).newPage()
    const said: string[] = []
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    for (const address of addresses) {
      await page.goto(address)
      await expectAccessible(page)
    }
    expect(said).toEqual([])
    await page.goto('/models/never-listed')
    await expectAccessible(page)
    await page.context().close()
  })
}
