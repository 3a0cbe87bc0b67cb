import { expect, test, type APIResponse, type Page } from '@playwright/test'
import { demoPeople } from '@/lib/auth/demo-people'
import { comment } from '@/lib/proposals/comments'
import { submitProposal, withdrawProposal } from '@/lib/proposals/service'
import type { PrismaClient } from '@/prisma/generated/client'
import { expectAccessible } from './support/accessible'
import { databaseOf } from './support/database'
import { sendButton } from './support/form'
import { startMailbox } from './support/mailbox'
import { startPortal, type Portal } from './support/portal'
import { fillModel } from './support/propose'

// Portals of its own, with the limits as they are where no setting says otherwise.
const usual = { PORTAL_LIMIT_SIGN_IN: '', PORTAL_LIMIT_PROPOSALS: '', PORTAL_LIMIT_UPDATES: '', PORTAL_LIMIT_PENDING: '' }
const [researcher] = demoPeople

/** Begins to sign in over and over, as the page's form does; answers what the try after `times` good ones got. */
async function begin(page: Page, { url }: Portal, path: string, times: number, form: (at: number) => Record<string, string>, from: (at: number) => Record<string, string> = () => ({})): Promise<APIResponse> {
  const post = (at: number) =>
    page.request.post(`${url}${path}`, { form: form(at), maxRedirects: 0, headers: { Origin: url, ...from(at) } })
  for (let at = 0; at < times; at++) expect((await post(at)).status()).toBeLessThan(400)
  return post(times)
}

function expectLimited(answer: APIResponse, seconds: number): void {
  expect(answer.status()).toBe(429)
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0)
  expect(Number(answer.headers()['retry-after'])).toBeLessThanOrEqual(seconds)
}

const input = (name: string) => ({
  changes: [{ op: 'add' as const, section: 'drug', entry: { kind: 'dataset' as const, fields: { name, papers: [], description: null, links: [] } } }],
})

test.describe('on one machine', () => {
  let portal: Portal
  let db: PrismaClient
  test.beforeAll(async () => {
    portal = await startPortal({ env: usual })
    db = databaseOf(portal)
  })
  test.afterAll(async () => {
    await db.$disconnect()
    await portal.stop()
  })

  test('a newcomer is told when the fourth proposal of the first day can be sent, and when the thirty-first comment', async ({ page }) => {
    await page.goto(`${portal.url}/sign-in?to=/propose/model`)
    await page.getByRole('button', { name: /^Demo researcher/ }).click()
    await page.waitForURL(/\/propose\/model$/)
    const [first] = [await submitProposal(db, researcher, input('One')), await submitProposal(db, researcher, input('Two')), await submitProposal(db, researcher, input('Three'))]
    const proposal = first.ok ? first.value.id : 0
    await fillModel(page, { name: 'Fourth', subfield: 'Medicine' })
    await sendButton(page).click()
    const told = page.getByRole('alert').filter({ hasText: 'This was not sent.' })
    await expect(told).toContainText('On your first day, 3 proposals of yours can wait for a decision. Send this when a maintainer has decided one, or in 24 hours.')
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Fourth')
    await expectAccessible(page)
    await withdrawProposal(db, researcher, { proposal, version: 1 })
    await told.getByRole('button', { name: 'Try again' }).click()
    await page.waitForURL(/\/proposals\/\d+/)

    for (let at = 1; at < 30; at++) expect(await comment(db, researcher, { proposal, body: `Word ${at}` })).toMatchObject({ ok: true })
    await page.goto(`${portal.url}/proposals/${proposal}`)
    await page.getByLabel('Comment', { exact: true }).fill('One word more')
    await page.getByRole('button', { name: 'Send the comment' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Too much at once' })).toContainText(/Try again in \d+ seconds\./)
    await expect(page.getByLabel('Comment', { exact: true })).toHaveValue('One word more')
  })

  test('signing in begins ten times, and then waits', async ({ page }) => {
    await db.bucket.deleteMany()
    expectLimited(await begin(page, portal, '/api/auth/demo', 10, () => ({ as: 'researcher', callbackUrl: '/' })), 30)
    const through = await page.request.post(`${portal.url}/api/auth/demo`, { form: { as: 'maintainer' }, headers: { Origin: portal.url, 'X-Forwarded-For': '198.51.100.1' } })
    expect(through.status(), 'the demo sign-in is for this machine alone').toBe(404)
    await page.context().clearCookies()
    await page.goto(`${portal.url}/sign-in`)
    await page.getByRole('button', { name: /^Demo maintainer/ }).click()
    await expect(page.getByRole('heading', { name: 'Too many sign-ins' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(/from your address. Try again in \d+ seconds/)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Back to signing in' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})

test('behind a proxy, links are sent ten times to a person from wherever, and ten times to whomever from one address', async ({ page }) => {
  const mailbox = await startMailbox()
  const portal = await startPortal({ env: { ...usual, ...mailbox.settings, PORTAL_PROXIES: '1' } })
  const path = '/api/auth/signin/email'
  expectLimited(await begin(page, portal, path, 10, () => ({ email: 'rosa@example.org' }), (at) => ({ 'X-Forwarded-For': `198.51.100.${at}` })), 30)
  expect(mailbox.to('rosa@example.org')).toHaveLength(10)
  const post = (at: number) =>
    page.request.post(`${portal.url}${path}`, { form: { email: `p${at}@example.org` }, maxRedirects: 0, headers: { Origin: portal.url, 'X-Forwarded-For': `203.0.113.${at}, 192.0.2.7` } })
  for (let at = 0; at < 10; at++) expect((await post(at)).status()).toBeLessThan(400)
  expectLimited(await post(10), 30)
  expect(mailbox.to('p10@example.org')).toEqual([])
  // What is no address is nobody's: who mistypes theirs is not told of others' tries.
  const mistyped = await begin(page, portal, path, 10, () => ({ email: 'rosa' }), (at) => ({ 'X-Forwarded-For': `198.51.100.${100 + at}` }))
  expect(mistyped.headers().location).toContain('error=EmailSignin')
  await portal.stop()
  await mailbox.close()
})
