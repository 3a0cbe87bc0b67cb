import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { field, list, sendButton } from './support/form'
import { looks } from './support/looks'
import { freshName } from './support/propose'
import { signInDemo } from './support/sign-in'

test('leads the signed-out to sign in, and back to the very form', async ({ page }) => {
  await page.goto('/propose/model?section=vision-models')
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fpropose%2Fmodel%3Fsection%3Dvision-models$/)
  await page.getByRole('button', { name: /^Demo researcher/ }).click()
  await expect(page).toHaveURL(/\/propose\/model\?section=vision-models$/)
  await expect(field(page, 'Section')).toHaveValue('vision-models')
})

test('answers nobody but the signed-in about duplicates, and keeps the answers private', async ({ page, request }) => {
  const address = '/api/duplicates?kind=model&name=UNI'
  expect((await request.get(address)).status()).toBe(401)
  await signInDemo(page, 'Demo researcher')
  const answer = await page.request.get(address)
  expect(answer.headers()['cache-control']).toBe('private, no-store')
  expect(await answer.json()).toMatchObject([{ why: 'same name', entry: { slug: 'uni' } }])
  for (const odd of ['kind=nothing', 'kind=model&entry=%00']) expect((await page.request.get(`/api/duplicates?${odd}`)).status()).toBe(422)
})

test.describe('the form', () => {
  test.beforeEach(({ page }) => signInDemo(page, 'Demo researcher', '/propose'))

  test('is chosen by kind, each told in a line', async ({ page }) => {
    await expect(page.getByText('A foundation model for healthcare')).toBeVisible()
    await page.getByRole('link', { name: 'A dataset' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Propose a dataset' })).toBeVisible()
    await expect(page.getByRole('group', { name: 'Papers' })).toBeVisible()
  })

  test('sends a model: errors met and mended, a duplicate warned of, the exact row shown', async ({ page }) => {
    const name = freshName('Atlas')
    await page.goto('/propose/model?section=language-models')
    await sendButton(page).click()
    await expect(field(page, 'Name')).toBeFocused()
    await expect(field(page, 'Name')).toHaveAccessibleDescription(/Name the model\./)
    await expect(field(page, 'Name')).toHaveAttribute('aria-invalid', 'true')
    const summary = page.getByRole('alert').filter({ hasText: 'fields need another look' })
    await expect(summary).toContainText('4 fields need another look.')
    await summary.getByRole('link', { name: 'Paper address' }).click()
    await expect(field(page, 'Paper address')).toBeFocused()

    await field(page, 'Paper address').fill('https://arxiv.org/pdf/2402.10373v2')
    const warning = page.getByRole('status').filter({ hasText: 'Is this it already?' })
    await expect(warning).toContainText('BioMistral (opens in a new tab), in the catalog: same arXiv id 2402.10373')
    await expect(warning.getByRole('link')).toHaveAttribute('href', '/models/biomistral')
    await field(page, 'Paper address').fill('https://example.org/atlas')
    await expect(warning).toBeHidden()

    await field(page, 'Name').fill(name)
    await field(page, 'Paper title').fill('An atlas | of models')
    await field(page, 'Code address').fill('https://huggingface.co/example/atlas')
    await expect(field(page, 'Code label')).toHaveValue('Huggingface')
    await list(page, 'Subfield').fill('medic')
    await page.getByRole('option', { name: 'Medicine', exact: true }).click()
    await list(page, 'Base models').fill('LLaMA 2')
    await list(page, 'Base models').press('Enter')
    await list(page, 'Pre-training data').fill('MIMIC')
    await list(page, 'Pre-training data').press('ArrowDown')
    await list(page, 'Pre-training data').press('Enter')
    await list(page, 'Pre-training data').fill('A + B')
    await page.getByRole('button', { name: 'Add', exact: true }).last().click()
    await page.getByRole('button', { name: 'Remove A', exact: true }).click()
    await field(page, 'More than three sources').check()
    await field(page, 'Note to the maintainers').fill('The first atlas.')

    const row = page.locator('pre')
    await expect(row).toContainText(`| ${name}`)
    await expect(row).toContainText(
      '| Medicine | [An atlas \\| of models](https://example.org/atlas) | [Huggingface](https://huggingface.co/example/atlas) ' +
        '| LLaMA 2 | MIMIC-CXR + B* |',
    )
    await expect(page.getByRole('list', { name: 'In Language Models' })).toContainText(name)
    await expect(page.getByText('among more than three sources')).toBeVisible()
    await field(page, 'At the end of the table').check()
    await expect(page.getByRole('list', { name: 'In Language Models' })).toContainText(/SciBERT/)

    await sendButton(page).click()
    await expect(page).toHaveURL(/\/proposals\/\d+$/)
    await page.goto('/propose/model')
    await expect(sendButton(page)).toBeEnabled()
    await expect(field(page, 'Name')).toHaveValue('')
  })

  test('sends a dataset with several links, and warns of the open proposal', async ({ page }) => {
    const name = freshName('Dataset')
    await page.goto('/propose/dataset?section=imaging')
    await field(page, 'Name').fill(name)
    await field(page, 'Description').fill('Ten scans\nof one head')
    await field(page, 'Paper 1, address').fill('https://www.nature.com/articles/s0')
    await expect(field(page, 'Paper 1, label')).toHaveValue('Nature')
    await page.getByRole('button', { name: 'Add another link' }).click()
    await expect(field(page, 'Link 2, address')).toBeFocused()
    await field(page, 'Link 2, address').fill('ftp://example.org/data')
    await sendButton(page).click()
    await expect(field(page, 'Link 2, address')).toBeFocused()
    await expect(field(page, 'Link 2, address')).toHaveAccessibleDescription('Start with https:// (or http://).')
    await field(page, 'Link 2, address').fill('https://example.org/data')
    await expect(field(page, 'Link 2, label')).toHaveValue('Official site')
    await expect(page.locator('pre')).toContainText('| Ten scans of one head')
    await sendButton(page).click()
    await expect(page).toHaveURL(/\/proposals\/\d+$/)

    await page.goto('/propose/dataset')
    await field(page, 'Name').fill(name)
    await expect(page.getByRole('status').filter({ hasText: 'an open proposal: same name' })).toContainText(`Add ${name}`)
  })

  for (const { colorScheme, width } of looks) {
    test(`is accessible at ${width}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await expectAccessible(page)
      await page.goto('/propose/model?section=language-models')
      await sendButton(page).click()
      await field(page, 'Name').fill('BioMistral')
      await expect(page.getByText('Is this it already?')).toBeVisible()
      await list(page, 'Subfield').fill('bio')
      await expect(page.getByRole('option')).not.toHaveCount(0)
      await expectAccessible(page)
      await page.reload()
      await expect(page.getByText('What you typed before is back.')).toBeVisible()
      await expectAccessible(page)
      await page.goto('/propose/dataset?section=text')
      await page.getByRole('button', { name: 'Add another link' }).click()
      await expectAccessible(page)
    })
  }
})
