import { expect, test } from '@playwright/test'
import { catalogOf } from './support/portal'
import { signIn } from './support/sign-in'

/** The person's name on the command line: issuer and subject are who they are. */
const account = (who: string) => `oidc:${process.env.PORTAL_TEST_ISSUER}#${who}`

test('a round trip to the issuer signs in, and leads back to where one was', async ({ page }) => {
  await signIn(page, 'rosa', '/propose')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto('/account')
  await expect(page.getByRole('main')).toContainText('Rosa Researcher')
})

test('the demo sign-in is not offered beside a provider', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Sign in with Test University' })).toBeVisible()
  await expect(page.getByRole('button', { name: /demo/i })).toHaveCount(0)
})

test('a role that the command line grants holds at the next request, and so does its end', async ({ page }) => {
  await signIn(page, 'mira', '/review')
  await expect(page.getByRole('heading', { name: 'The review queue is for maintainers' })).toBeVisible()
  await catalogOf('PORTAL_DATA_OIDC', 'role', account('mira'), 'maintainer')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'The review queue is for maintainers' })).toHaveCount(0)
  await catalogOf('PORTAL_DATA_OIDC', 'role', account('mira'), 'contributor')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'The review queue is for maintainers' })).toBeVisible()
})

test('signing out ends the session at the server', async ({ page }) => {
  await signIn(page, 'ruben', '/account')
  const cookies = await page.context().cookies()
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname !== '/account')
  await page.context().addCookies(cookies)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in/)
})
