import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { startPortal, type Portal } from './support/portal'
import { fillSubfield, freshName, fillDataset } from './support/propose'
import { signInDemo } from './support/sign-in'

// A portal of its own: whole READMEs are compared, and other journeys change entries meanwhile.
let portal: Portal
test.beforeAll(async () => {
  test.setTimeout(180_000)
  portal = await startPortal()
})
test.afterAll(() => portal.stop())

type Name = Parameters<typeof signInDemo>[1]

async function visit(browser: Browser, name: Name, to: string, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: portal.url, javaScriptEnabled })).newPage()
  await signInDemo(page, name, to)
  return page
}

const readme = async () => (await fetch(`${portal.url}/README.md`)).text()
const decision = (page: Page) => page.getByRole('region', { name: 'Decision', exact: true })

async function accept(page: Page, id: number): Promise<void> {
  await page.goto(`/review/${id}`)
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(decision(page)).toContainText('Accepted')
}

async function sent(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  return Number(/\d+$/.exec(page.url())?.[0])
}

test('an accepted proposal is undone by another, and README.md has its former bytes', async ({ browser }) => {
  const before = await readme()
  const researcher = await visit(browser, 'Demo researcher', '/propose/model/biomistral')
  await fillSubfield(researcher, 'A subfield that is wider than any other')
  const id = await sent(researcher)
  const maintainer = await visit(browser, 'Demo maintainer', '/review', false)
  await accept(maintainer, id)
  expect(await readme()).not.toBe(before)
  await maintainer.getByText('Undo this proposal').click()
  await maintainer.getByLabel('Why').fill('It is no such subfield.')
  await maintainer.getByRole('button', { name: 'Propose to undo it' }).click()
  await maintainer.waitForURL(/\/proposals\/\d+$/)
  await expect(maintainer.getByRole('heading', { level: 1, name: 'Undo “Edit BioMistral”' })).toBeVisible()
  const undo = Number(/\d+$/.exec(maintainer.url())?.[0])
  await researcher.goto(`/proposals/${id}`)
  await expect(researcher.getByRole('link', { name: `Proposal ${undo}` })).toBeVisible()
  await expect(researcher.getByText('Undo this proposal')).toHaveCount(0)
  await accept(await visit(browser, 'Second demo maintainer', '/review'), undo)
  expect(await readme()).toBe(before)
})

test('all that was accepted of one person is undone as one proposal', async ({ browser }) => {
  const before = await readme()
  const researcher = await visit(browser, 'Demo researcher', '/propose/dataset')
  const maintainer = await visit(browser, 'Demo maintainer', '/review')
  const made: number[] = []
  for (const word of ['One', 'Two']) {
    await researcher.goto('/propose/dataset')
    await fillDataset(researcher, { name: freshName(word), description: 'A set.', paper: `https://arxiv.org/abs/2511.0900${word.length + word.charCodeAt(0) % 6}`, link: 'https://physionet.org/content/undone/' })
    made.push(await sent(researcher))
    await accept(maintainer, made.at(-1) ?? 0)
  }
  await maintainer.getByRole('link', { name: 'Demo researcher', exact: true }).click()
  await expect(maintainer.getByRole('heading', { level: 1, name: 'Demo researcher' })).toBeVisible()
  await expectAccessible(maintainer)
  await maintainer.getByText('Undo all that was accepted', { exact: true }).click()
  await maintainer.getByRole('button', { name: 'Propose to undo it' }).click()
  await maintainer.waitForURL(/\/review\/\d+$/)
  await expect(maintainer.getByRole('heading', { level: 1, name: 'Undo all that was accepted of Demo researcher' })).toBeVisible()
  const undo = Number(/\d+$/.exec(maintainer.url())?.[0])
  for (const proposal of made) await expect(maintainer.getByRole('link', { name: String(proposal), exact: true })).toHaveAttribute('href', `/proposals/${proposal}`)
  await accept(await visit(browser, 'Second demo maintainer', '/review'), undo)
  for (const proposal of made) {
    await researcher.goto(`/proposals/${proposal}`)
    await expect(researcher.getByText(`Proposal ${undo} undid it.`)).toBeVisible()
  }
  expect((await readme()).replace(/^Last updated.*$/m, '')).toBe(before.replace(/^Last updated.*$/m, ''))
  await researcher.goto(maintainer.url().replace(/\/review\/\d+$/, '/review/people/00000000-0000-7000-8000-000000000000'))
  await expect(researcher).toHaveURL(/\/account$/)
})
