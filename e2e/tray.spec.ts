import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { field, sendButton } from './support/form'
import { fillModel, fillSubfield, freshName } from './support/propose'
import { signInDemo } from './support/sign-in'

test.beforeEach(({ page }) => signInDemo(page, 'Demo researcher', '/tray'))

const saved = 'The draft is saved.'

test('a draft goes on with its person to another device, and leaves with what is sent', async ({ page, browser }) => {
  await expect(page.getByRole('heading', { level: 1, name: 'Your tray is empty' })).toBeVisible()
  const name = freshName('Drafted')
  await page.goto('/propose/model')
  await fillModel(page, { name, note: 'Half of it.' })
  await expect(page.getByText(saved)).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await signInDemo(other, 'Demo researcher', '/tray')
  await expect(other.getByRole('listitem').filter({ hasText: `Add ${name}` })).toBeVisible()
  await expectAccessible(other)
  await other.getByRole('link', { name: `Go on with: Add ${name}` }).click()
  await expect(other.getByText('What you typed before is back.')).toBeVisible()
  await expect(field(other, 'Name')).toHaveValue(name)
  await expect(field(other, 'Note to the maintainers')).toHaveValue('Half of it.')
  await sendButton(other).click()
  await other.waitForURL(/\/proposals\/\d+$/)
  await other.goto('/tray')
  await expect(other.getByRole('heading', { level: 1, name: 'Your tray is empty' })).toBeVisible()
})

test('two tabs type into one draft, and neither loses what the other said', async ({ page }) => {
  await page.goto('/propose/dataset')
  const other = await page.context().newPage()
  await other.goto('/propose/dataset')
  // Both have begun before either is typed into: what the other tab's browser keeps is not brought back.
  for (const tab of [page, other]) await expect(field(tab, 'Name')).toBeEnabled()
  const name = freshName('Twice')
  await field(page, 'Name').fill(name)
  await expect(page.getByText(saved)).toBeVisible()
  await field(other, 'Description').fill('Said in the other tab.')
  await expect(other.getByText('Another tab or device typed here too.')).toBeVisible()
  await expect(field(other, 'Name')).toHaveValue(name)
  await expect(field(other, 'Description')).toHaveValue('Said in the other tab.')
  await expect(other.getByText(saved)).toBeVisible()
  await page.reload()
  await expect(field(page, 'Description')).toHaveValue('Said in the other tab.')
})

test('a draft that nobody wants is thrown away', async ({ page }) => {
  await page.goto('/propose/model')
  const name = freshName('Unwanted')
  await field(page, 'Name').fill(name)
  await expect(page.getByText(saved)).toBeVisible()
  await page.goto('/tray')
  await page.getByRole('button', { name: `Throw away: Add ${name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your tray is empty' })).toBeVisible()
  await page.goto('/propose/model')
  await expect(field(page, 'Name')).toHaveValue('')
})

test('changes are collected while browsing, and sent as one proposal', async ({ page }) => {
  await page.goto('/models/biomistral')
  await page.getByRole('link', { name: 'Suggest a change' }).click()
  await fillSubfield(page, 'Family medicine')
  await page.getByLabel('Note to the maintainers').fill('As its paper says.')
  await page.getByRole('button', { name: 'Put into the tray' }).click()
  await expect(page).toHaveURL(/\/tray$/)
  await page.goto('/propose/dataset/mimic-iii/remove')
  await page.getByLabel('Why should it go?').fill('Superseded.')
  await page.getByRole('button', { name: 'Put into the tray' }).click()
  await expect(page.getByRole('heading', { name: '2 changes in your tray' })).toBeVisible()
  await page.goto('/propose/model')
  const name = freshName('Collected')
  await fillModel(page, { name })
  await page.getByRole('button', { name: 'Put into the tray' }).click()
  await expect(page.getByRole('heading', { name: '3 changes in your tray' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What README.md becomes' })).toBeVisible()
  await expect(page.getByText(`| ${name}`)).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Take out: MIMIC-III' }).click()
  await expect(page.getByRole('heading', { name: '2 changes in your tray' })).toBeVisible()
  await page.getByRole('link', { name: 'Edit: BioMistral' }).click()
  await expect(page.getByRole('combobox', { name: 'Subfield' })).toHaveValue('Family medicine')
  await fillSubfield(page, 'General practice')
  await page.getByRole('button', { name: 'Put into the tray' }).click()
  await expect(page.getByText('General practice').first()).toBeVisible()

  await expect(page.getByLabel('Note to the maintainers')).toHaveValue('As its paper says.')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Edit BioMistral and 1 more' })).toBeVisible()
  await expect(page.getByText('General practice').first()).toBeVisible()
  await expect(page.getByRole('main')).toContainText(name)
  await page.goto('/tray')
  await expect(page.getByRole('heading', { level: 1, name: 'Your tray is empty' })).toBeVisible()
})

test('a proposal of several changes is revised through the tray', async ({ page }) => {
  for (const key of ['mimic-iii', 'blue']) {
    await page.goto(`/propose/dataset/${key}/remove`)
    await page.getByLabel('Why should it go?').fill('Superseded.')
    await page.getByRole('button', { name: 'Put into the tray' }).click()
    await page.waitForURL(/\/tray$/)
  }
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  await page.goto(`${page.url()}/revise`)
  await expect(page.getByText('It changes 2 things.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Put its changes into my tray' }).click()
  await page.waitForURL(/\/tray$/)
  await expect(page.getByRole('heading', { name: '2 changes in your tray' })).toBeVisible()
})

test('the tray works without JavaScript', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signInDemo(page, 'Demo researcher', '/propose/dataset/mimic-iii/remove')
  await page.getByLabel('Why should it go?').fill('Superseded.')
  await page.getByRole('button', { name: 'Put into the tray' }).click()
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  await expect(page.getByText('Superseded.')).toBeVisible()
})
