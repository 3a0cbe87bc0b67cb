import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { fillSubfield, proposeModel } from './support/propose'
import { signInDemo } from './support/sign-in'

/** Sends the form on the page; answers with the proposal's number. */
async function sent(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  return Number(/\d+$/.exec(page.url())?.[0])
}

/** A maintainer accepts a proposal; answers with the lines that the README lost and gained, but for its date. */
async function accepted(browser: Browser, id: number): Promise<{ lost: string[]; gained: string[] }> {
  const page = await (await browser.newContext()).newPage()
  await signInDemo(page, 'Demo maintainer', `/review/${id}`)
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  const decision = page.getByRole('region', { name: 'Decision', exact: true })
  await expect(decision).toContainText('Accepted')
  const revision = Number(/\d+/.exec((await decision.getByRole('link', { name: 'README.md' }).getAttribute('href')) ?? '')?.[0])
  const lines = async (number: number) => (await (await page.request.get(`/r/${number}/README.md`)).text()).split('\n').filter((line) => !line.startsWith('Last updated'))
  const [was, is] = [await lines(revision - 1), await lines(revision)]
  return { lost: was.filter((line) => !is.includes(line)), gained: is.filter((line) => !was.includes(line)) }
}

test.beforeEach(({ page }) => signInDemo(page, 'Demo researcher', '/models/labram'))

test('an entry’s page leads to the form that changes it, and the change into the README', async ({ page, browser }) => {
  await page.getByRole('link', { name: 'Suggest a change' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Suggest a change' })).toBeVisible()
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByText('Nothing is changed yet.')).toBeVisible()
  await fillSubfield(page, 'Sleep')
  const panel = page.getByRole('complementary', { name: 'Preview' })
  await expect(panel).toContainText('Before: ')
  await expect(panel).toContainText('| LaBraM')
  await fillSubfield(page, 'Sleep  medicine')
  await expect(panel).toContainText('There are two spaces between these words.')
  await fillSubfield(page, 'Sleep')
  await expect(panel).not.toContainText('What the checks found')
  await expectAccessible(page)
  const id = await sent(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Edit LaBraM' })).toBeVisible()
  const { lost, gained } = await accepted(browser, id)
  expect(lost).toEqual([expect.stringMatching(/^\| LaBraM /)])
  expect(gained).toEqual([expect.stringMatching(/^\| LaBraM +\| Sleep +\|/)])
  await page.goto('/models/labram')
  await expect(page.getByRole('main')).toContainText('Sleep')
})

test('what was typed into the form is there again, with what the list changed meanwhile', async ({ page, browser }) => {
  await page.goto('/propose/model/neuro-gpt')
  await page.getByLabel('Note to the maintainers').fill('Seen on its page.')
  await fillSubfield(page, 'Neurology')
  const other = await (await browser.newContext()).newPage()
  await signInDemo(other, 'Second demo maintainer', '/propose/model/neuro-gpt')
  await other.getByLabel('More than three sources').check()
  await fillSubfield(other, 'Sleep')
  await accepted(browser, await sent(other))
  await page.goto('/propose/model/neuro-gpt')
  await expect(page.getByText('What you typed before is back.')).toBeVisible()
  await expect(page.getByText('Changed meanwhile, by others too: Subfield.')).toBeVisible()
  await expect(page.getByLabel('More than three sources')).toBeChecked()
  await expect(page.getByRole('combobox', { name: 'Subfield' })).toHaveValue('Neurology')
  await sent(page)
  await expect(page.getByRole('main')).toContainText('Before: Sleep')
})

test('an entry goes to another table, and another goes for a reason, without JavaScript', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signInDemo(page, 'Demo researcher', '/propose/model/omnina/move')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByText('Choose where it should stand.')).toBeVisible()
  await page.getByLabel('Its place').selectOption({ label: 'Protein and Molecule Models: at the end' })
  const moved = await accepted(browser, await sent(page))
  expect(moved.gained.filter((line) => line.startsWith('| OmniNA '))).toHaveLength(1)
  await page.goto('/propose/dataset/mimic-iii/remove')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByText('Say why it should go.')).toBeVisible()
  await page.getByLabel('Why should it go?').fill('Superseded by its fourth version.')
  await sent(page)
  await expect(page.getByText('Superseded by its fourth version.')).toBeVisible()
})

test('of two entries that are one, the page of the one that goes leads to the one that stays', async ({ page, browser }) => {
  const [stays, goes] = [await proposeModel(page, 'Stays'), await proposeModel(page, 'Goes')]
  for (const { id } of [stays, goes]) await accepted(browser, id)
  const slugOf = ({ name }: { name: string }) => name.toLowerCase().replace(' ', '-')
  await page.goto(`/propose/model/${slugOf(goes)}/remove`)
  await page.getByLabel('Why should it go?').fill('It is the same under another name.')
  await page.getByLabel('It repeats').selectOption({ label: stays.name })
  const removal = await sent(page)
  await page.goto(`/propose/model/${slugOf(goes)}`)
  await fillSubfield(page, 'Sleep')
  const edit = await sent(page)

  const maintainer = await (await browser.newContext()).newPage()
  await signInDemo(maintainer, 'Demo maintainer', `/review/${removal}`)
  await expect(maintainer.getByText('Another open proposal is about the same entry')).toBeVisible()
  await expect(maintainer.getByRole('link', { name: `Edit ${goes.name}` })).toHaveAttribute('href', new RegExp(`/${edit}$`))
  const { lost, gained } = await accepted(browser, removal)
  expect([lost, gained]).toEqual([[expect.stringMatching(new RegExp(`^\\| ${goes.name} `))], []])
  await page.goto(`/models/${slugOf(goes)}`)
  await expect(page).toHaveURL(new RegExp(`/models/${slugOf(stays)}$`))
  await expect(page.getByRole('heading', { level: 1, name: stays.name })).toBeVisible()
})

test('nobody signed out, and nothing that is not listed, has such a form', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  for (const path of ['/propose/model/labram', '/propose/model/labram/move', '/propose/model/labram/remove']) {
   await page.goto(path)
   await expect(page).toHaveURL(new RegExp(`/sign-in\\?to=${encodeURIComponent(path)}$`))
  }
  await signInDemo(page, 'Demo researcher')
  for (const path of ['/propose/model/no-such-model', '/propose/dataset/labram', '/propose/paper/labram', '/propose/model/UP']) {
    expect((await page.goto(path))?.status(), path).toBe(404)
  }
})
