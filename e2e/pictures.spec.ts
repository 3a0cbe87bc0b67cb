import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { looks } from './support/looks'

/** Follows a bar, and finds as many entries listed as it says. */
async function expectListed(page: Page, name: RegExp): Promise<void> {
  await page.goto('/stats')
  const bar = page.getByRole('link', { name }).first()
  const [, count] = /(\d+) \w+$/.exec((await bar.getAttribute('aria-label')) ?? '') ?? []
  await bar.click()
  await expect(page.getByRole('region', { name: 'Answers' }).getByRole('status')).toHaveText(new RegExp(`^${count} entr`))
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('leads from each picture to as many entries as it says, and on to what is around one', async ({ page }) => {
    await expectListed(page, /^2019: \d+ datasets$/)
    await expectListed(page, /^Pathology, CLIP: \d+ models$/)
    await page.goto('/stats')
    await page.getByRole('link', { name: /^Genomics: 3 datasets$/ }).click()
    await expect(page).toHaveURL('/sections/genomics')
    await page.getByRole('link', { name: 'Pictures' }).click()
    const years = page.getByRole('region', { name: 'Year by year', exact: true })
    await years.getByText('The same as a table').click()
    await expect(years.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '2019' }) }).getByRole('cell').last()).toHaveText('5')

    await page.getByRole('link', { name: 'Lineage map' }).click()
    await expect(page.getByRole('link', { name: /^CLIP: the base of \d+ models of the list$/ })).toHaveAttribute('href', '/search?base=clip')
    await page.getByRole('link', { name: 'CXR-CLIP', exact: true }).click()
    await expect(page).toHaveURL('/models/cxr-clip')
    await page.getByRole('link', { name: 'CXR-CLIP in the lineage map' }).click()
    await expect(page).toHaveURL('/stats/lineage?of=models/cxr-clip')
    await expect(page.getByRole('link', { name: 'UNI', exact: true })).toHaveCount(0)
    // A class that its style sheet does not have would be called so.
    await expect(page.locator('.undefined')).toHaveCount(0)
    // What it is linked with stays, the others step back.
    await page.getByRole('link', { name: /^CheXpert: data of/ }).hover()
    await expect(page.getByRole('link', { name: 'CXR-CLIP', exact: true })).toHaveCSS('opacity', '1')
    await expect(page.getByRole('link', { name: 'KAD', exact: true })).toHaveCSS('opacity', '0.13')
    // The same for who has no mouse.
    await page.mouse.move(0, 0)
    await page.getByRole('link', { name: 'KAD', exact: true }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await expect(page.getByRole('link', { name: 'KAD', exact: true })).toHaveCSS('opacity', '1')
    await expect(page.getByRole('link', { name: 'CXR-CLIP', exact: true })).toHaveCSS('opacity', '0.13')
    await page.getByRole('link', { name: /^MIMIC-CXR: data of \d+ models of the list, listed itself$/ }).click()
    await expect(page).toHaveURL('/datasets/mimic-cxr')
  })

  test('has no map around what is not listed', async ({ page }) => {
    expect((await page.goto('/stats/lineage?of=models/never-listed'))?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  })
})

for (const { colorScheme, width } of looks) {
  test(`stands up to axe, ${colorScheme}, ${width} wide, without a word on the console`, async ({ browser }) => {
    const page = await (await browser.newContext({ colorScheme, viewport: { width, height: 900 } })).newPage()
    const said: string[] = []
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    for (const address of ['/stats', '/stats/lineage', '/stats/lineage?of=datasets/mimic-cxr']) {
      await page.goto(address)
      await expectAccessible(page)
    }
    expect(said).toEqual([])
    await page.context().close()
  })
}

test('prints the tables too, which nobody can open on paper', async ({ page }) => {
  for (const [address, name] of [['/stats', '2019'], ['/stats/lineage', 'CXR-CLIP']] as const) {
    await page.goto(address)
    const row = page.getByRole('rowheader', { name, exact: true }).first()
    await expect(row).toBeHidden()
    await page.emulateMedia({ media: 'print' })
    await expect(row).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
  }
})

test('prints in the colours of paper, whatever the screen’s are', async ({ page }) => {
  const colour = () => page.locator('svg').filter({ visible: true }).first().evaluate((svg) => getComputedStyle(svg).getPropertyValue('--model'))
  await page.goto('/stats')
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  const light = await colour()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await colour()).toBe(light)
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  expect(await colour()).not.toBe(light)
})

test('prints each picture on one page, as wide or as high as that, the map beneath its headings on the first', async ({ page }) => {
  // An A4 page within its margins.
  const paper = { width: 718, height: 1046 }
  await page.setViewportSize(paper)
  await page.emulateMedia({ media: 'print' })
  await page.goto('/stats/lineage')
  await expect(page.getByText('Point at anything')).toBeHidden()
  const map = await page.getByRole('group', { name: 'Base models, the models built on them' }).boundingBox()
  expect(map && map.y + map.height).toBeLessThan(paper.height)
  await page.goto('/stats')
  for (const name of ['Year by year', 'Subfields and what they build on', 'Section by section']) {
    const heading = await page.getByRole('heading', { name }).boundingBox()
    const picture = await page.getByRole('region', { name, exact: true }).locator('svg').filter({ visible: true }).boundingBox()
    expect(picture?.width).toBe(paper.width)
    expect(picture && heading && picture.y + picture.height - heading.y).toBeLessThan(paper.height)
  }
})
