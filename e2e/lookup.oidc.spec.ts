import { expect, test } from '@playwright/test'
import { signIn } from './support/sign-in'

test('where look-ups are turned off, the form says so, reads what it can, and works as before', async ({ page }) => {
  await signIn(page, 'rosa', '/propose/model')
  const identifier = page.getByLabel('Identifier, link or BibTeX')
  await identifier.fill('https://doi.org/10.1148/radiol.240001')
  await identifier.press('Enter')
  await expect(identifier).toHaveAccessibleDescription(/Look-ups are turned off in this portal\. Fill in the form by hand, or paste BibTeX\./)
  await expect(page.getByLabel('Paper address')).toHaveValue('https://doi.org/10.1148/radiol.240001')
  await identifier.fill('@misc{iaso, title={{Iaso}: a model}}')
  await page.getByRole('button', { name: 'Fill', exact: true }).click()
  await expect(page.getByLabel('Paper title')).toHaveValue('Iaso: a model')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Iaso')
})
