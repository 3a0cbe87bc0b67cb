import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { signInDemo } from './support/sign-in'

test('what maintainers say belongs in a section is read where one proposes to it', async ({ page }) => {
  await signInDemo(page, 'Demo maintainer', '/review')
  await page.getByRole('link', { name: 'Criteria', exact: true }).click()
  const section = page.getByRole('region', { name: 'Genomics' })
  await section.getByLabel('Genomics').fill('Public data only.\n\n- with a **licence**\n- <b>described</b> in a paper')
  await section.getByRole('button', { name: 'Save' }).click()
  await expect(section.getByText('Saved.')).toBeVisible()
  await section.getByLabel('Genomics').fill('Public data only.\n\n- with a **licence**')
  // That it is saved was said before: what tells is the answer.
  await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), section.getByRole('button', { name: 'Save' }).click()])
  await expect(section.getByRole('status')).toHaveText('Saved.')
  await expectAccessible(page)

  await signInDemo(page, 'Demo researcher', '/review/criteria')
  await expect(page.getByRole('heading', { name: 'Criteria are for maintainers' })).toBeVisible()
  await page.goto('/propose/dataset?section=genomics')
  const told = page.getByRole('region', { name: 'What belongs in Genomics' })
  await expect(told.getByText('Public data only.')).toBeVisible()
  await expect(told.getByRole('listitem')).toHaveText(['with a licence'])
  await expectAccessible(page)
  await page.getByLabel('Section').selectOption('drug')
  await expect(told).toHaveCount(0)
})
