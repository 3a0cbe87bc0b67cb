import { parseFeed } from '@rowanmanning/feed-parser'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'

test('pages lead to their feeds, forms, pictures and descriptions', async ({ page, request }, testInfo) => {
  const origin = testInfo.project.use.baseURL as string
  for (const path of ['/', '/log', '/new', '/sections/text', '/search?q=clinical']) {
    await page.goto(path)
    const feed = (await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href')) as string
    const answer = await request.get(feed)
    expect([answer.status(), answer.headers()['content-type']], feed).toEqual([200, 'application/atom+xml; charset=utf-8'])
    const { self, items } = parseFeed(await answer.text())
    expect([self, items.length > 0], feed).toEqual([feed, true])
    const again = await request.get(feed, { headers: { 'If-None-Match': answer.headers().etag as string } })
    expect(again.status()).toBe(304)
  }
  for (const [path, type] of [['/models/uni', 'SoftwareSourceCode'], ['/datasets/mimic-cxr', 'Dataset']] as const) {
    await page.goto(path)
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${origin}${path}`)
    const data = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText()) as { '@graph': { '@type': string }[] }
    expect(data['@graph'][0]?.['@type']).toBe(type)
    await expect(page.locator('meta[name=citation_title]')).toHaveAttribute('content', /\S/)
    for (const form of await page.locator('head link[rel=alternate]').all()) expect((await request.get((await form.getAttribute('href')) as string)).status()).toBe(200)
    const picture = await request.get((await page.locator('meta[property="og:image"]').getAttribute('content')) as string)
    expect([picture.status(), picture.headers()['content-type'], (await picture.body()).subarray(1, 4).toString()]).toEqual([200, 'image/png', 'PNG'])
  }
  for (const path of ['/models/nothing.png', '/sections/nothing.atom']) expect((await request.get(path)).status(), path).toBe(404)
  for (const path of ['/search.png', '/take/picture/pages/nothing', '/take/picture/pages/constructor']) expect((await request.get(path)).status(), path).toBe(404)
  expect((await request.get('/sections/text.png')).headers()['content-type']).toBe('image/png')
})

test('every page of its own has a picture for whoever shares it, and the list an icon', async ({ page, request }, testInfo) => {
  const origin = testInfo.project.use.baseURL as string
  const pages = [...(await (await request.get('/sitemaps/pages.xml')).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address as string).pathname)
  expect(pages).toContain('/stats/lineage')
  const pictures = new Set<string>()
  for (const path of pages) {
    await page.goto(path)
    const shown = (await page.locator('meta[property="og:image"]').getAttribute('content')) as string
    await expect(page.locator('meta[name="twitter:image"]'), path).toHaveAttribute('content', shown)
    pictures.add(shown)
  }
  expect([...pictures]).toEqual(expect.arrayContaining(['catalog', 'stats', 'sections/text'].map((name) => `${origin}/${name}.png`)))
  for (const picture of pictures) {
    const answer = await request.get(picture)
    const bytes = await answer.body()
    expect([answer.status(), bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16), bytes.readUInt32BE(20)], picture).toEqual([200, 'PNG', 1200, 630])
    // From the answers that are kept.
    expect((await request.get(picture, { headers: { 'If-None-Match': answer.headers().etag as string } })).status(), picture).toBe(304)
  }
  // Programs ask for it by this name, whatever a page says.
  const icon = await request.get('/favicon.ico')
  expect([icon.status(), icon.headers()['content-type'], (await icon.body()).readUInt16LE(2)]).toEqual([200, 'image/x-icon', 1])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('what is new is asked for, and the log narrowed, by plain forms', async ({ page }) => {
    await page.goto('/log')
    await page.getByLabel('What was done').selectOption('Entries added')
    await page.getByLabel('Section').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Filter' }).click()
    await expect(page).toHaveURL(/\/log\?did=added&section=[a-z-]+&person=$/)
    await expect(page.getByLabel('What was done')).toHaveValue('added')
    await page.getByRole('link', { name: 'What’s new since' }).click()
    await page.getByLabel('Since a day or a revision').fill('soon')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByText('This is neither a day')).toBeVisible()
    const [input, show] = [page.getByLabel('Since a day or a revision'), page.getByRole('button', { name: 'Show' })]
    expect((await show.boundingBox())?.y).toBe((await input.boundingBox())?.y)
    await page.getByLabel('Since a day or a revision').fill('0')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('heading', { name: 'Added' })).toBeVisible()
    await expect(page.getByRole('listitem').getByRole('link').first()).toBeVisible()
  })
})

test('both pages can be read by everybody', async ({ page }) => {
  for (const path of ['/new?since=0', '/log?did=added']) {
    await page.goto(path)
    await expectAccessible(page)
  }
})
