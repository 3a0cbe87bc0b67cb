import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { fillSubfield } from './support/propose'
import { signInDemo } from './support/sign-in'

async function maintainer(browser: Browser, name: 'Demo maintainer' | 'Second demo maintainer', to: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInDemo(page, name, to)
  return page
}

const decision = (page: Page) => page.getByRole('region', { name: 'Decision', exact: true })

test('a maintainer amends a change, takes it back, amends it again, and accepts it: both stay on record', async ({ page, browser }) => {
  await signInDemo(page, 'Demo researcher', '/propose/model/medklip')
  await fillSubfield(page, 'Radiolgy and more')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  const id = Number(/\d+$/.exec(page.url())?.[0])
  const reviewer = await maintainer(browser, 'Demo maintainer', `/review/${id}`)
  const amend = async (subfield: string) => {
    await reviewer.getByRole('link', { name: /^Amend it/ }).click()
    await expect(reviewer.getByRole('heading', { level: 1, name: 'Amend the change' })).toBeVisible()
    await fillSubfield(reviewer, subfield)
    await reviewer.getByRole('button', { name: 'Amend the change' }).click()
    await reviewer.waitForURL(/\/review\/\d+$/)
    await expect(reviewer.getByText('Demo maintainer amended it:')).toBeVisible()
  }
  await amend('Radiology, amended once')
  await reviewer.getByRole('button', { name: 'Take it as it was sent' }).click()
  await expect(reviewer.getByText('Demo maintainer amended it:')).toHaveCount(0)
  await amend('Radiology and more')
  await expectAccessible(reviewer)
  await reviewer.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(decision(reviewer)).toContainText('Accepted')
  await page.reload()
  await expect(page.getByRole('main')).toContainText('Radiolgy and more')
  await expect(page.getByText('Demo maintainer amended it:')).toBeVisible()
  await page.goto('/models/medklip')
  await expect(page.getByRole('main')).toContainText('Radiology and more')
})

test('a maintainer leaves one of several changes out, with the reason, and sees what README.md becomes without it', async ({ browser }) => {
  const page = await maintainer(browser, 'Demo maintainer', '/review/import')
  const readme = await (await page.request.get('/README.md')).text()
  const edited = readme.replace(/^\| MI-Zero {3}/m, '| MI-Zerosh').replace(/^\| PathAsst {2}/m, '| PathAssist')
  await page.getByLabel('The edited README').setInputFiles({ name: 'README.md', mimeType: 'text/markdown', buffer: Buffer.from(edited) })
  await page.getByRole('button', { name: 'See the changes' }).click()
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  const reviewer = await maintainer(browser, 'Second demo maintainer', page.url().replace(/^.*\/proposals/, '/review'))
  const item = (name: string) => reviewer.getByRole('listitem').filter({ has: reviewer.getByRole('link', { name, exact: true }) })
  await item('PathAsst').getByRole('link', { name: 'Leave it out' }).click()
  await expect(reviewer).toHaveURL(/\?without=\d+/)
  await expect(item('PathAsst')).toContainText('Left out')
  await expect(reviewer.getByRole('listitem').filter({ hasText: 'Added:' }).filter({ hasText: '| PathAssist' })).toHaveCount(0)
  await reviewer.getByRole('button', { name: 'Accept the other change' }).click()
  await expect(reviewer.getByText('Say why it is left out.')).toBeVisible()
  await reviewer.getByLabel(/^Why “.*” is left out$/).fill('The paper writes it so.')
  await expectAccessible(reviewer)
  await reviewer.getByRole('button', { name: 'Accept the other change' }).click()
  await expect(decision(reviewer)).toContainText('Accepted')
  await page.reload()
  await expect(page.getByText('The paper writes it so.')).toBeVisible()
  const now = await (await page.request.get('/README.md')).text()
  expect([/^\| MI-Zerosh/m.test(now), /^\| PathAsst /m.test(now), /PathAssist/.test(now)]).toEqual([true, true, false])
})

test('a clash is settled field by field, by picking a side, without JavaScript too', async ({ page, browser }) => {
  const propose = async (subfield: string) => {
    await page.goto('/propose/model/kad')
    await fillSubfield(page, subfield)
    await page.getByRole('button', { name: 'Send for review' }).click()
    await page.waitForURL(/\/proposals\/\d+$/)
    return Number(/\d+$/.exec(page.url())?.[0])
  }
  await signInDemo(page, 'Demo researcher')
  const id = await propose('Proposed')
  const reviewer = await maintainer(browser, 'Demo maintainer', '/review')
  await reviewer.goto(`/review/${await propose('Decided')}`)
  await expect(reviewer.getByText('Another open proposal is about the same entry')).toBeVisible()
  await reviewer.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(decision(reviewer)).toContainText('Accepted')
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signInDemo(plain, 'Demo maintainer', `/review/${id}`)
  await expect(plain.getByText('One change clashes with the catalog')).toBeVisible()
  await expect(plain.getByRole('button', { name: 'Accept', exact: true })).toBeDisabled()
  await plain.getByRole('button', { name: 'Settle it so' }).click()
  await expect(plain.getByText('Pick one.')).toBeVisible()
  await reviewer.goto(`/review/${id}`)
  await expectAccessible(reviewer)
  await plain.getByLabel('What is proposed').check()
  await plain.getByRole('button', { name: 'Settle it so' }).click()
  await expect(plain.getByText('Demo maintainer amended it:')).toBeVisible()
  await plain.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(decision(plain)).toContainText('Accepted')
  await page.goto('/models/kad')
  await expect(page.getByRole('main')).toContainText('Proposed')
})
