import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('ticks rows, compares them, and takes one more from what is related', async ({ page }) => {
    await page.goto('/sections/vision-language-models')
    const ticked = page.getByRole('group', { name: 'Ticked entries' })
    await expect(ticked).toBeHidden()
    await page.getByRole('checkbox', { name: 'Tick CXR-CLIP' }).check()
    await page.getByRole('checkbox', { name: 'Tick MaCo' }).check()
    await ticked.getByRole('button', { name: 'Compare' }).click()
    await expect(page).toHaveURL(/\/compare\?entry=model%2F[\w-]+&entry=model%2F[\w-]+$/)
    await expect(page.getByRole('columnheader')).toContainText(['Field', 'CXR-CLIP', 'MaCo'])
    await expect(page.getByRole('row', { name: /^Subfield same/ })).toBeVisible()
    const data = page.getByRole('row', { name: /^Pre-training data differs/ })
    await expect(data.getByRole('listitem').filter({ hasText: 'MIMIC-CXR' })).toHaveText(['MIMIC-CXR · in all', 'MIMIC-CXR · in all'])
    await page.getByLabel('Name of a model or dataset').fill('medclip')
    await page.getByRole('button', { name: 'Look for it' }).click()
    await page.getByRole('list', { name: 'Found' }).getByRole('link', { name: /^Compare with\s+MedCLIP$/ }).press('Enter')
    await expect(page.getByRole('columnheader')).toHaveCount(4)
    await page.getByRole('link', { name: 'Take away MaCo' }).click()
    await expect(page.getByRole('columnheader')).toHaveCount(3)
    await page.goto('/compare?entry=model/never&entry=model/maco')
    await expect(page.getByText('The catalog does not list model/never.')).toBeVisible()
  })

  test('leads from an entry to what is related, its history and its map', async ({ page }) => {
    await page.goto('/models/cxr-clip')
    await expect(page.getByText(/^Listed since \d{4}-\d\d-\d\d, from the README/)).toBeVisible()
    const related = page.getByRole('region', { name: 'Related' })
    await expect(related.getByRole('definition').filter({ has: page.locator('xpath=preceding-sibling::dt[.="Also trained on CheXpert"]') }).getByRole('link').first()).toBeVisible()
    await related.getByRole('link', { name: /^All \d+ with CLIP$/ }).click()
    await expect(page).toHaveURL('/search?base=clip')
    await page.goBack()
    await page.getByRole('main').getByRole('link', { name: 'Compare', exact: true }).click()
    await page.getByRole('list', { name: 'Related' }).getByRole('link').first().press('Enter')
    await expect(page.getByRole('columnheader')).toHaveCount(3)
  })
})

test('keeps what is ticked from page to page, and takes it along', async ({ page }) => {
  await page.goto('/sections/vision-language-models')
  await page.getByRole('checkbox', { name: 'Tick KAD' }).focus()
  await page.keyboard.press('Space')
  await page.goto('/search?q=mimic-cxr&kind=dataset')
  const ticked = page.getByRole('group', { name: 'Ticked entries' })
  await expect(ticked.getByRole('status')).toHaveText('1 ticked KAD')
  await page.getByRole('checkbox', { name: 'Tick MIMIC-CXR', exact: true }).check()
  await expect(ticked.getByRole('status')).toHaveText('2 ticked KAD, MIMIC-CXR')
  await expectAccessible(page)
  const [download] = await Promise.all([page.waitForEvent('download'), ticked.getByRole('button', { name: 'CSV' }).click()])
  const csv = await readFile(await download.path(), 'utf8')
  expect([csv.includes('KAD'), csv.includes('MIMIC-CXR')]).toEqual([true, true])
  await ticked.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('columnheader')).toHaveCount(3)
  await page.goBack()
  await ticked.getByRole('button', { name: 'Clear' }).click()
  await expect(ticked).toBeHidden()
  await page.goto('/sections/vision-language-models')
  await expect(page.getByRole('checkbox', { name: 'Tick KAD' })).not.toBeChecked()
})

test('stands up to axe at 390 in both schemes, zoomed, and on paper', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })).newPage()
    for (const address of ['/', '/compare', '/compare?entry=model/cxr-clip&entry=model/kad&entry=dataset/mimic-cxr&entry=model/uni', '/models/cxr-clip']) {
      await page.goto(address)
      await expectAccessible(page)
    }
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1, name: 'CXR-CLIP' })).toBeVisible()
    await expect(page.getByRole('banner')).toBeHidden()
    await page.context().close()
  }
})

test('prints a section, a search and a comparison as tables, and where an entry’s links lead', async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1046 })
  await page.emulateMedia({ media: 'print' })
  await page.goto('/sections/vision-language-models')
  await expect(page.getByRole('columnheader', { name: 'Pre-training data' })).toBeVisible()
  const [first, last] = [page.getByRole('rowheader', { name: 'CXR-CLIP' }), page.getByRole('row', { name: 'CXR-CLIP' }).getByRole('cell').last()]
  expect((await first.boundingBox())?.y).toBe((await last.boundingBox())?.y)
  await expect(page.getByRole('checkbox')).toHaveCount(0)

  await page.goto('/search?q=clip&kind=model&subfield=radiology')
  await expect(page.getByRole('columnheader', { name: 'Pre-training data' })).toBeVisible()
  await expect(page.getByText('Searched for “clip”')).toBeVisible()
  await expect(page.getByText('Subfield: Radiology')).toBeVisible()
  for (const name of ['Newest here', 'Clear all']) await expect(page.getByText(name)).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Filters' })).toBeHidden()

  await page.goto('/compare?entry=model/cxr-clip&entry=model/kad')
  const [left, right] = ['CXR-CLIP', 'KAD'].map((name) => page.getByRole('columnheader', { name }))
  expect((await left?.boundingBox())?.y).toBe((await right?.boundingBox())?.y)

  await page.goto('/new')
  await expect(page.getByRole('listitem').first()).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await page.goto('/')
  await expect(page.getByRole('main').getByRole('link', { name: 'Propose an entry' })).toHaveCount(0)

  await page.goto('/models/cxr-clip')
  const paper = page.getByRole('link', { name: 'CXR-CLIP: Toward Large Scale' })
  expect(await paper.evaluate((link) => getComputedStyle(link, '::after').content)).toContain('https://arxiv.org/abs/2310.13292')
})
