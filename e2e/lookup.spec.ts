import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { field, sendButton } from './support/form'
import { looks } from './support/looks'
import { freshName } from './support/propose'
import { signInDemo } from './support/sign-in'

const identifier = (page: Page) => page.getByLabel('Identifier, link or BibTeX')
const fillButton = (page: Page) => page.getByRole('button', { name: /^(Fill|Looking it up…)$/ })
const said = (page: Page) => page.getByRole('status').filter({ hasText: /Filled from|fills no empty|did not answer|Looking|address is filled/ })

async function lookUp(page: Page, text: string) {
  await identifier(page).fill(text)
  await fillButton(page).click()
}

test('a model is proposed by its arXiv id, and its reviewer sees what bears it out', async ({ page }) => {
  await signInDemo(page, 'Demo researcher')
  await page.getByRole('link', { name: 'Propose', exact: true }).click()
  await page.getByRole('link', { name: 'A model' }).click()
  await identifier(page).fill('https://arxiv.org/pdf/2609.10001v1')
  await identifier(page).press('Enter')
  await expect(said(page)).toHaveText('Filled from arXiv: Name, Paper title, Paper address, Code address and Code label.')
  await expect(field(page, 'Paper title')).toHaveValue('Asclepius: A Collection of Open Models for Medical & Clinical Text')
  await expect(field(page, 'Paper address')).toHaveValue('https://arxiv.org/abs/2609.10001')
  await expect(field(page, 'Code address')).toHaveValue('https://github.com/asclepius-lab/asclepius')
  await expect(field(page, 'Code label')).toHaveValue('Github')
  await expect(page.getByText(/^From arXiv \(opens in a new tab\), \d{4}-\d\d-\d\d$/)).toHaveCount(5)
  await expect(identifier(page)).toHaveValue('')

  const name = freshName('Asclepius')
  await field(page, 'Name').fill(name)
  await expect(page.getByText('arXiv: Asclepius', { exact: true })).toBeVisible()
  await field(page, 'Section').selectOption('language-models')
  await sendButton(page).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  const id = /\d+$/.exec(page.url())?.[0]

  await signInDemo(page, 'Demo maintainer', `/review/${id}`)
  await expect(page.getByText(/^Title and address as on arXiv, \d{4}/)).toBeVisible()
  await expect(page.getByText(/^Label and address as on arXiv/)).toBeVisible()
  // What was typed over it is not borne out.
  await expect(page.getByText(/ as on arXiv/)).toHaveCount(2)
  await expect(page.getByRole('link', { name: 'arXiv (leaves the catalog)' }).first()).toHaveAttribute('href', 'https://arxiv.org/abs/2609.10001')
  await expectAccessible(page)
})

test('a preprint that was published is noticed, and gives way', async ({ page }) => {
  await signInDemo(page, 'Demo researcher', '/propose/model?section=language-models')
  await lookUp(page, 'arXiv:2501.20002')
  await expect(page.getByText('It has been published since in Nature Medicine 32, 101-110 (2026) (DOI 10.1038/s41591-026-00002-2).')).toBeVisible()
  await field(page, 'Name').fill('Hygieia of mine')
  await page.getByRole('button', { name: 'Use the published version' }).click()
  await expect(said(page)).toHaveText('Filled from Crossref: Paper title and Paper address.')
  await expect(field(page, 'Paper title')).toHaveValue('A foundation model of hospital wards')
  await expect(field(page, 'Paper address')).toHaveValue('https://www.nature.com/articles/s41591-026-00002-2')
  await expect(field(page, 'Name')).toHaveValue('Hygieia of mine')
  await expect(page.getByRole('button', { name: 'Use the published version' })).toBeHidden()
  await page.getByRole('button', { name: 'Use this: https://arxiv.org/abs/2501.20002, as Paper address' }).click()
  await expect(field(page, 'Paper address')).toHaveValue('https://arxiv.org/abs/2501.20002')
  await page.getByRole('button', { name: 'Forget it: Crossref' }).click()
  await expect(page.getByRole('list', { name: 'Looked up' }).getByRole('listitem')).toHaveCount(1)
})

test('an entry of the list is changed by what is found, where its person says so', async ({ page }) => {
  await signInDemo(page, 'Demo researcher', '/propose/model/biomistral')
  await lookUp(page, '2609.10001')
  await expect(said(page)).toHaveText('arXiv fills no empty field. Five fields say something else; what was found is offered there.')
  await expect(field(page, 'Name')).toHaveValue('BioMistral')
  await page.getByRole('button', { name: /^Use this: https:\/\/github\.com/ }).click()
  await expect(field(page, 'No code')).not.toBeChecked()
  await expect(field(page, 'Code label')).toHaveValue('Github')
  await sendButton(page).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  await expect(page.getByText(/^Label and address as on arXiv/)).toBeVisible()
})

test('a dataset’s links are added to those that are there, and BibTeX is read as it is', async ({ page }) => {
  await signInDemo(page, 'Demo researcher', '/propose/dataset?section=text')
  await lookUp(page, '10.13026/ward-1')
  await expect(said(page)).toHaveText('Filled from DataCite: Name and Links.')
  await expect(field(page, 'Link 1, label')).toHaveValue('PhysioNet')
  await lookUp(page, '@article{iaso, title={{Iaso}: notes}, journal={Radiology}, doi={10.1148/radiol.260001}}')
  await expect(said(page)).toHaveText('Filled from BibTeX: Papers. One field says something else; what was found is offered there.')
  await expect(field(page, 'Paper 1, address')).toHaveValue('https://doi.org/10.1148/radiol.260001')
  await expect(field(page, 'Paper 1, label')).toHaveValue('Radiology')
  await lookUp(page, 'https://huggingface.co/datasets/asclepius/notes')
  await page.getByRole('button', { name: /^Add it: https:\/\/huggingface/ }).click()
  await expect(field(page, 'Link 2, address')).toHaveValue('https://huggingface.co/datasets/asclepius/notes')
  await field(page, 'Name').fill(freshName('Wards'))
  await page.reload()
  await expect(page.getByRole('list', { name: 'Looked up' }).getByRole('listitem')).toHaveCount(3)
  await sendButton(page).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  await expect(page.getByText(/^Paper 1 as in the BibTeX that was pasted/)).toBeVisible()
  await expect(page.getByText(/^Link 1 as on DataCite/)).toBeVisible()
  await expect(page.getByText(/^Link 2 as on Hugging Face/)).toBeVisible()
})

test('what is no identifier, what nobody knows and who does not answer are told at their place, and nothing is lost', async ({ page, request }) => {
  await signInDemo(page, 'Demo researcher', '/propose/model')
  await lookUp(page, 'a paper about wards')
  await expect(identifier(page)).toHaveAccessibleDescription(/This is no arXiv id, DOI,/)
  await lookUp(page, '2607.00404')
  await expect(identifier(page)).toHaveAccessibleDescription(/arXiv knows nothing under 2607\.00404\./)
  await expect(identifier(page)).toHaveValue('2607.00404')
  await expect(field(page, 'Paper address')).toHaveValue('')

  await lookUp(page, '2600.00001')
  await expect(fillButton(page)).toHaveText('Looking it up…')
  await expect(fillButton(page)).toBeFocused()
  await field(page, 'Name').fill('Typed meanwhile')
  await expect
    .poll(async () => {
      await request.get(`${process.env.PORTAL_TEST_SERVICES}/release/`)
      return identifier(page).getAttribute('aria-invalid')
    })
    .toBe('true')
  await expect(identifier(page)).toHaveAccessibleDescription(/arXiv did not answer\. Fill in the form by hand/)
  await expect(said(page)).toHaveText('The address is filled in from what you pasted.')
  await expect(field(page, 'Paper address')).toHaveValue('https://arxiv.org/abs/2600.00001')
  await expect(field(page, 'Name')).toHaveValue('Typed meanwhile')

  await page.context().setOffline(true)
  await lookUp(page, '2609.10001')
  await expect(identifier(page)).toHaveAccessibleDescription(/No answer came/)
  await page.context().setOffline(false)
  await fillButton(page).click()
  await expect(field(page, 'Paper title')).toHaveValue(/^Asclepius/)
})

test('nobody but the signed-in, from the portal’s own pages, makes it ask', async ({ page, request, baseURL }) => {
  const post = (from: typeof request, headers: Record<string, string>) => from.post('/api/lookup', { headers, data: { text: '2609.10001' } })
  const own = { origin: baseURL ?? '' }
  expect((await post(request, own)).status()).toBe(401)
  await signInDemo(page, 'Demo researcher')
  expect((await post(page.request, {})).status()).toBe(403)
  expect((await post(page.request, { origin: 'null' })).status()).toBe(403)
  expect((await post(page.request, { origin: 'https://evil.example' })).status()).toBe(403)
  expect((await page.request.get('/api/lookup')).status()).toBe(405)
  expect((await page.request.post('/api/lookup', { headers: { ...own, 'content-type': 'application/json' }, data: 'no json' })).status()).toBe(422)
  const answer = await post(page.request, own)
  expect(answer.headers()['cache-control']).toBe('private, no-store')
  expect(await answer.json()).toMatchObject({ ok: true, value: { found: { service: 'arXiv' } } })
})

for (const { colorScheme, width } of looks) {
  test(`is accessible at ${width}, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await signInDemo(page, 'Demo researcher', '/propose/model/biomistral')
    await lookUp(page, 'nothing to look up')
    await expect(identifier(page)).toHaveAttribute('aria-invalid', 'true')
    await expectAccessible(page)
    await lookUp(page, '2501.20002')
    await expect(page.getByRole('button', { name: 'Use the published version' })).toBeVisible()
    await lookUp(page, 'https://huggingface.co/asclepius/asclepius-7b')
    await expect(page.getByRole('button', { name: /^Look up arXiv 2609\.10001/ })).toBeVisible()
    await expectAccessible(page)
  })
}
