import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import type { Who } from './support/people'
import { proposeModel } from './support/propose'
import { signIn } from './support/sign-in'

async function visit(browser: Browser, who: Who, to: string, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled, baseURL: process.env.PORTAL_OIDC_URL })).newPage()
  await signIn(page, who, to)
  return page
}

const panel = (page: Page) => page.getByRole('region', { name: 'What you can do' })

test('the first admin, named by a setting, makes a maintainer, who blocks somebody, rejects what waits, and lets them in again', async ({ browser }) => {
  const admin = await visit(browser, 'ada', '/admin/roles')
  const marek = await visit(browser, 'marek', '/account')
  await admin.reload()
  await admin.getByLabel('Role of Marek Maintainer').selectOption('maintainer')
  await admin.getByRole('row', { name: 'Marek Maintainer' }).getByRole('button', { name: 'Change' }).click()
  await expect(admin.getByRole('status')).toContainText('The role is set.')

  const ruben = await visit(browser, 'ruben', '/propose/model')
  const { id } = await proposeModel(ruben, 'Advertised')
  await marek.goto(`/review/${id}`)
  await marek.getByRole('link', { name: 'Ruben Researcher' }).first().click()
  await panel(marek).getByText('Block this person').click()
  await expectAccessible(marek)
  await panel(marek).getByLabel('Also reject their proposals that wait').check()
  await panel(marek).getByRole('button', { name: 'Yes, block them' }).click()
  await expect(panel(marek).getByLabel('Why')).toHaveAccessibleDescription(/Say why: the person will read it\./)
  await expect(panel(marek).getByLabel('Also reject their proposals that wait')).toBeChecked()
  await panel(marek).getByLabel('Why').fill('This is an advertisement.')
  await panel(marek).getByRole('button', { name: 'Yes, block them' }).click()
  await expect(panel(marek)).toContainText(/Blocked since \d{4}-\d\d-\d\d\s*This is an advertisement\./)
  await expect(marek.getByRole('main')).toContainText('1 rejected, 0 open')
  await expect(marek.getByRole('main')).toContainText('One proposal was rejected. Nothing of theirs waits.')
  await expectAccessible(marek)

  await admin.goto('/admin/roles?q=ruben')
  await expect(admin.getByRole('rowheader', { name: 'Ruben Researcher blocked' })).toBeVisible()
  await expectAccessible(admin)

  await ruben.goto(`/proposals/${id}`)
  await expect(ruben.getByRole('main')).toContainText('This is an advertisement.')
  await expect(ruben.getByLabel('Comment', { exact: true })).toHaveCount(0)
  await ruben.goto('/propose/model')
  await expect(ruben).toHaveURL(/\/account$/)
  await expect(ruben.getByText('Your account is blocked')).toBeVisible()
  await expect(ruben.getByRole('main')).toContainText(/Why:\s*This is an advertisement\./)
  await expectAccessible(ruben)

  await ruben.goto('/inbox')
  await expect(ruben.getByRole('main')).toContainText('Marek Maintainer rejected your proposal.')
  await expect(ruben.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0)
  await ruben.goto('/watching')
  await expect(ruben.getByRole('main')).toContainText('Your account is blocked, so you can read this, and change nothing.')
  await expect(ruben.getByRole('main').getByRole('button')).toHaveCount(0)
  await expectAccessible(ruben)

  await panel(marek).getByRole('button', { name: 'Unblock them' }).click()
  await expect(panel(marek).getByText('Block this person')).toBeVisible()
  await ruben.goto('/propose/model')
  await expect(ruben.getByRole('heading', { level: 1, name: 'Propose a model' })).toBeVisible()
})

test('a form that was open when the block came is refused, keeps what was typed, and tells why', async ({ browser }) => {
  const [admin, nameless] = [await visit(browser, 'ada', '/admin/roles', false), await visit(browser, 'nameless', '/propose/model')]
  const { id } = await proposeModel(nameless, 'Open')
  await nameless.getByLabel('Comment', { exact: true }).fill('One word more')
  await admin.goto(`/review/${id}`)
  await admin.getByRole('link', { name: /^contributor / }).first().click()
  await panel(admin).getByText('Block this person').click()
  await panel(admin).getByLabel('Why').fill('For a while.')
  await panel(admin).getByRole('button', { name: 'Yes, block them' }).click()
  await expect(panel(admin)).toContainText('For a while.')
  await nameless.getByRole('button', { name: 'Send the comment' }).click()
  await expect(nameless.getByRole('alert').filter({ hasText: 'You may not do this' })).toContainText('Your account page says why.')
  await expect(nameless.getByLabel('Comment', { exact: true })).toHaveValue('One word more')
})
