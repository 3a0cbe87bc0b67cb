import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { looks } from './support/looks'
import { fillModel, fillSubfield, proposeModel, send } from './support/propose'
import { signInDemo } from './support/sign-in'

const reason = (page: Page) => page.getByLabel('Reason')
const press = (page: Page, verdict: 'Accept' | 'Ask for changes' | 'Reject') => page.getByRole('button', { name: verdict, exact: true }).click()

/** A second person's own browser. */
async function another(browser: Browser, name: Parameters<typeof signInDemo>[1], to: string, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  await signInDemo(page, name, to)
  return page
}

test.beforeEach(({ page }) => signInDemo(page, 'Demo researcher'))

test('leads the signed-out to sign in and back, and tells a contributor who reviews', async ({ page, browser }) => {
  const { id } = await proposeModel(page, 'Lotus')
  expect((await page.goto('/review'))?.status()).toBe(403)
  await expect(page.getByRole('heading', { name: 'The review queue is for maintainers' })).toBeVisible()
  await page.goto(`/review/${id}`)
  await expect(page).toHaveURL(new RegExp(`/proposals/${id}$`))
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(`/review/${id}`)
  await expect(stranger).toHaveURL(/\/sign-in\?to=%2Freview%2F\d+$/)
})

test('hides proposals from whoever may not see them, as if there were none', async ({ page, browser }) => {
  const maintainer = await another(browser, 'Demo maintainer', '/propose/model')
  const { id } = await proposeModel(maintainer, 'Hidden')
  const refused = await page.goto(`/proposals/${id}`)
  const absent = await page.goto('/proposals/2000000')
  expect([refused?.status(), absent?.status()]).toEqual([404, 404])
  expect((await page.goto('/proposals/nonsense'))?.status()).toBe(404)
})

test('shows a maintainer the queue, with their own marked', async ({ page, browser }) => {
  const { name } = await proposeModel(page, 'Queued')
  const maintainer = await another(browser, 'Demo maintainer', '/propose/model')
  const own = await proposeModel(maintainer, 'Own')
  await maintainer.goto('/review')
  const row = maintainer.getByRole('row', { name })
  await expect(row).toContainText('Model')
  await expect(row).toContainText('Language Models')
  await expect(row).toContainText('Demo researcher')
  await expect(row.locator('time')).toHaveText(/^\d{4}-\d\d-\d\d$/)
  await expect(maintainer.getByRole('row', { name: own.name })).toContainText('yours: another maintainer decides')
  await maintainer.goto(`/review/${own.id}`)
  await expect(maintainer.getByText('Nobody decides their own proposal')).toBeVisible()
  await expect(maintainer.getByRole('button', { name: 'Accept' })).toHaveCount(0)
})

test('shows the entry, its fields, and the README line by line with padding set apart', async ({ page, browser }) => {
  await page.goto('/propose/model')
  const paper = { title: 'Multilingual once more', url: 'https://arxiv.org/abs/2402.13963' }
  const base = ['A base so long', 'that its column has to grow']
  await fillModel(page, { name: 'Wide model', paper, base, data: ['MMedC'], note: 'Please look at the base.' })
  const id = await send(page)
  const maintainer = await another(browser, 'Demo maintainer', `/review/${id}`)
  await expect(maintainer.getByRole('table').getByRole('link', { name: 'MMedC' })).toHaveAttribute('href', '/datasets/mmedc')
  await expect(maintainer.getByText('Please look at the base.')).toBeVisible()
  await expect(maintainer.getByRole('link', { name: 'MMedLM 2', exact: true })).toBeVisible()
  await expect(maintainer.getByText('same arXiv id 2402.13963').first()).toBeVisible()
  await expect(maintainer.getByRole('listitem').filter({ hasText: 'Added:' }).filter({ hasText: '| Wide model' })).toHaveCount(1)
  const folded = maintainer.getByRole('region', { name: 'Lines that change in padding only' }).last()
  await expect(folded).toBeHidden()
  await maintainer.getByText(/^\d+ lines change in padding only$/).last().focus()
  await maintainer.keyboard.press('Enter')
  await expect(folded).toBeVisible()
})

test('asks for a reason beside its field and keeps what was typed when the portal does not answer', async ({ page, browser }) => {
  const { id, name } = await proposeModel(page, 'Asked')
  const maintainer = await another(browser, 'Demo maintainer', `/review/${id}`)
  await press(maintainer, 'Ask for changes')
  await expect(maintainer.getByText('Say why: the proposer will read it.')).toBeVisible()
  await expect(reason(maintainer)).toBeFocused()
  await reason(maintainer).fill('Which data was it trained on?')
  await maintainer.context().setOffline(true)
  await press(maintainer, 'Ask for changes')
  await expect(maintainer.getByRole('alert').filter({ hasText: 'Your text is still here' })).toBeVisible()
  await expect(reason(maintainer)).toHaveValue('Which data was it trained on?')
  await maintainer.context().setOffline(false)
  await press(maintainer, 'Ask for changes')
  const panel = maintainer.getByRole('region', { name: 'Decision' })
  await expect(panel).toBeFocused()
  await expect(panel).toContainText('Changes asked for')
  await page.goto('/proposals')
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('Changes asked for')
  await page.getByRole('link', { name: `Add ${name}` }).click()
  await expect(page.getByRole('region', { name: 'What happens next' })).toContainText('Which data was it trained on?')
  await expect(page.getByRole('link', { name: 'Revise and resubmit' })).toBeVisible()
})

test('tells of a version that came meanwhile, and keeps the reason for it', async ({ page, browser }) => {
  const { id } = await proposeModel(page, 'Moving')
  const maintainer = await another(browser, 'Demo maintainer', `/review/${id}`)
  await page.goto(`/proposals/${id}/revise`)
  await fillSubfield(page, 'Radiology')
  await send(page)
  await reason(maintainer).fill('The subfield is missing.')
  await press(maintainer, 'Reject')
  await expect(maintainer.getByText('The proposer sent version 2 meanwhile')).toBeVisible()
  await maintainer.getByRole('link', { name: 'Show the proposal as it is now' }).click()
  await expect(maintainer.getByText(`Proposal ${id}, version 2`)).toBeVisible()
  await expect(reason(maintainer)).toHaveValue('The subfield is missing.')
  await press(maintainer, 'Reject')
  await expect(maintainer.getByRole('region', { name: 'Decision' })).toContainText('Rejected')
})

test('lets one of two maintainers who decide at once win, and tells the other', async ({ page, browser }) => {
  const { id, name } = await proposeModel(page, 'Contested')
  const both = [await another(browser, 'Demo maintainer', `/review/${id}`), await another(browser, 'Second demo maintainer', `/review/${id}`)]
  await Promise.all(both.map((one) => reason(one).fill('Two of us at once.')))
  await Promise.all(both.map((one) => press(one, 'Accept')))
  const won = (one: Page) => one.getByRole('region', { name: 'Decision', exact: true })
  const lost = (one: Page) => one.getByRole('alert').filter({ hasText: 'accepted this proposal' })
  for (const one of both) await expect(won(one).or(lost(one)).first()).toBeVisible()
  const told = await Promise.all(both.map((one) => lost(one).count()))
  expect(told.toSorted()).toEqual([0, 1])
  const loser = both[told.indexOf(1)]
  await expect(reason(loser as Page)).toHaveValue('Two of us at once.')
  await expect((loser as Page).getByRole('button', { name: 'Accept', exact: true })).toBeDisabled()
  const readme = await (await page.request.get('/README.md')).text()
  expect(readme.split(name)).toHaveLength(2)
})

test('withdraws after a second look', async ({ page }) => {
  await proposeModel(page, 'Regretted')
  const confirm = page.getByRole('button', { name: 'Yes, withdraw it' })
  await expect(confirm).toBeHidden()
  await page.getByText('Withdraw this proposal').click()
  await confirm.click()
  await expect(page.getByText('It was taken back and is not under review.')).toBeVisible()
  await expect(page.getByText('Withdraw this proposal')).toHaveCount(0)
})

test('decides and withdraws without JavaScript', async ({ page, browser }) => {
  const [decided, withdrawn] = [await proposeModel(page, 'Plain'), await proposeModel(page, 'Plain')]
  const maintainer = await another(browser, 'Second demo maintainer', `/review/${decided.id}`, false)
  await press(maintainer, 'Reject')
  await expect(maintainer.getByText('Say why: the proposer will read it.')).toBeVisible()
  await reason(maintainer).fill('A duplicate.')
  await press(maintainer, 'Reject')
  await expect(maintainer.getByRole('region', { name: 'Decision' })).toContainText('Rejected')
  const researcher = await another(browser, 'Demo researcher', `/proposals/${withdrawn.id}`, false)
  await researcher.getByText('Withdraw this proposal').click()
  await researcher.getByRole('button', { name: 'Yes, withdraw it' }).click()
  await expect(researcher.getByText('It was taken back and is not under review.')).toBeVisible()
})

for (const { colorScheme, width } of looks) {
  test(`has no fault that axe finds and no sideways scrolling, ${colorScheme}, ${width} wide`, async ({ page, browser }) => {
    test.slow()
    const { id } = await proposeModel(page, 'Seen')
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 844 } })
    const visitor = await context.newPage()
    await signInDemo(visitor, 'Demo maintainer', '/review')
    await expectFaultless(visitor, '/review')
    await visitor.goto(`/review/${id}`)
    await press(visitor, 'Reject')
    await expect(reason(visitor)).toBeFocused()
    await expectFaultless(visitor)
    await reason(visitor).fill('Seen.')
    await press(visitor, 'Ask for changes')
    await expect(visitor.getByRole('region', { name: 'Decision' })).toBeFocused()
    await expectFaultless(visitor)
    await signInDemo(visitor, 'Demo researcher', '/proposals')
    for (const path of ['/proposals', `/proposals/${id}`, '/review']) await expectFaultless(visitor, path)
  })
}

async function expectFaultless(page: Page, path?: string) {
  if (path) await page.goto(path)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, 'sideways scrolling').toBe(0)
}
