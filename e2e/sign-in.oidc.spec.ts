import { expect, test } from '@playwright/test'
import { demoPeople } from '@/lib/auth/demo-people'
import { startDemoSession } from '@/lib/auth/demo'
import { databaseOf } from './support/database'
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

test('whoever tried the demo out and signs in with the provider that was set up since is themselves', async ({ browser, baseURL }) => {
  // With JavaScript the account menu has the old cookie forgotten, where it is in time.
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL as string })).newPage()
  const db = databaseOf({ data: process.env.PORTAL_DATA_OIDC ?? '' })
  const { token } = await startDemoSession(db, demoPeople[1], undefined)
  await page.goto('/sign-in?to=/account')
  await page.context().addCookies([{ name: 'next-auth.session-token', value: token, url: baseURL as string }])
  await page.getByRole('button', { name: 'Sign in with Test University' }).click()
  await page.getByRole('button', { name: 'rosa', exact: true }).click()
  await page.waitForURL('/account')
  await expect(page.getByRole('main')).toContainText('Rosa Researcher')
  expect(await db.account.count({ where: { userId: demoPeople[1].id } })).toBe(0)
  await db.$disconnect()
})

test('of the library behind signing in only its beginning and its end take anything', async ({ request, baseURL }) => {
  for (const step of ['_log', 'session', 'callback/email']) {
    const answer = await request.post(`/api/auth/${step}`, { headers: { Origin: baseURL as string }, form: { level: 'error', code: 'X\nsign-in forged' } })
    expect(answer.status(), step).toBe(404)
  }
})
