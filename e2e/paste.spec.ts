import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { freshName } from './support/propose'
import { signInDemo } from './support/sign-in'

test.beforeEach(({ page }) => signInDemo(page, 'Demo researcher', '/propose'))

test('rows of a spreadsheet are mended in place and sent as one proposal', async ({ page }) => {
  await page.getByRole('link', { name: 'Paste rows of a table' }).click()
  await page.getByRole('button', { name: 'Read the rows' }).click()
  await expect(page.getByText('Choose the section.')).toBeVisible()
  await expect(page.getByText('Paste at least one row.')).toBeVisible()
  const [one, two] = [freshName('Sheet'), freshName('Sheet')]
  await page.getByLabel('Section').selectOption('language-models')
  const sheet = [
    ['Model', 'Paper', 'Paper URL', 'Code URL', 'Base', 'Mood'],
    [one, `On ${one}`, `https://arxiv.org/abs/2401.${one.slice(-3)}`, 'https://github.com/example/one', 'LLaMA; Mistral', 'good'],
    [two, `On ${two}, without its address`, '', '', '', ''],
    ['BioMistral', '', '', '', '', ''],
  ]
  await page.getByLabel('Rows').fill(sheet.map((row) => row.join('\t')).join('\n'))
  await page.getByRole('button', { name: 'Read the rows' }).click()
  await expect(page.getByRole('heading', { name: '3 rows' })).toBeVisible()
  await expect(page.getByText('no column for “Mood”')).toBeVisible()
  await expect(page.getByText('One row needs a look before they can be sent.')).toBeVisible()
  await expect(page.getByText('Is this it already?')).toBeVisible()
  await expectAccessible(page)

  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(two) }) })
  await expect(row.getByText('Write it as [Title](https://…), or - for none.')).toBeVisible()
  await row.getByLabel('Paper').fill(`[On ${two}](https://example.org/two)`)
  await page.getByRole('button', { name: 'Leave out row 3' }).click()
  await expect(page.getByText('The draft is saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: '2 rows' })).toBeVisible()
  await page.getByLabel('Note to the maintainers').fill('From our group’s spreadsheet.')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  await expect(page.getByRole('heading', { level: 1, name: `Add ${two} and 1 more` })).toBeVisible()
  const readme = await page.getByRole('main').innerText()
  expect([...readme.matchAll(/\| (Sheet \w+) /g)].map(([, name]) => name)).toEqual([one, two])
  await page.goto('/propose/paste')
  await expect(page.getByLabel('Rows')).toHaveValue('')
})

test('rows of a markdown table go into the tray', async ({ page }) => {
  await page.goto('/propose/paste')
  await page.getByLabel('Section').selectOption('text')
  const [one, two] = [freshName('Marked'), freshName('Marked')]
  await page.getByLabel('Rows').fill(`| Dataset (Paper) | Link |\n| --- | --- |\n| ${one} ([arXiv](https://arxiv.org/abs/2403.00001)) | - |\n| ${two} | [Official site](https://example.org) |`)
  await page.getByRole('button', { name: 'Read the rows' }).click()
  await page.getByRole('button', { name: 'Put into the tray' }).click()
  await expect(page.getByRole('heading', { name: '2 changes in your tray' })).toBeVisible()
  await expect(page.getByText(one).first()).toBeVisible()
})

test('a bibliography becomes rows', async ({ page }) => {
  await page.goto('/propose/paste')
  await page.getByLabel('Section').selectOption('language-models')
  await page.getByLabel('Rows').fill('@article{a, title = {Broken')
  await page.getByRole('button', { name: 'Read the rows' }).click()
  await expect(page.getByText('This BibTeX cannot be read')).toBeVisible()
  const name = freshName('Bib')
  const entries = [`@article{a, title = {${name}: A Model}, doi = {10.1038/s41591-000-0000-1}, journal = {Nature Medicine}, year = 2024}`, '@misc{b, title = {Without a Name of Its Own}, eprint = {2511.04242}, archivePrefix = {arXiv}}']
  await page.getByLabel('Rows').fill(entries.join('\n\n'))
  await page.getByRole('button', { name: 'Read the rows' }).click()
  await expect(page.getByRole('heading', { name: '2 rows' })).toBeVisible()
  await expect(page.getByText('One row needs a look before they can be sent.')).toBeVisible()
  const second = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '2. A row without a name' }) })
  await expect(second.getByLabel('Paper')).toHaveValue('[Without a Name of Its Own](https://arxiv.org/abs/2511.04242)')
  await second.getByLabel('Model').fill(`${name} two`)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  await expect(page.getByRole('main')).toContainText(`${name}: A Model`)
})

test('what the portal refuses stands at its row, and nothing is lost', async ({ page }) => {
  await page.goto('/propose/paste')
  await page.getByLabel('Section').selectOption('text')
  const name = freshName('Refused')
  await page.getByLabel('Rows').fill(name)
  await page.getByRole('button', { name: 'Read the rows' }).click()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Your session has ended.' })).toBeVisible()
  await signInDemo(page, 'Demo researcher', '/propose/paste')
  await expect(page.getByRole('heading', { name: new RegExp(name) })).toBeVisible()
})
