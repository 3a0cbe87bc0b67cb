import { expect, test, type Page } from '@playwright/test'
import { field, list, sendButton } from './support/form'
import { Hands } from './support/hands'
import { becomeOwn } from './support/own-researcher'
import { fillModel, freshName, send } from './support/propose'
import { signInDemo } from './support/sign-in'

/** From the home page, signed out, to the form of a model. */
async function toForm(page: Page): Promise<Hands> {
  await page.goto('/')
  const hands = new Hands(page)
  await hands.read(page.getByRole('main').getByRole('paragraph').first())
  await hands.click(page.getByRole('link', { name: 'Propose', exact: true }))
  await hands.click(page.getByRole('button', { name: /^Demo researcher/ }))
  await page.waitForURL(/\/propose$/)
  await becomeOwn(page)
  for (const choice of await page.getByRole('main').getByRole('link').all()) await hands.read(choice)
  await hands.click(page.getByRole('link', { name: 'A model' }))
  return hands
}

/** Tells the time in the report beside holding it. */
function expectWithin(limit: number, hands: Hands, what: string) {
  test.info().annotations.push({ type: 'clock', description: `${what}: ${hands.elapsed().toFixed(1)} s` })
  expect(hands.elapsed(), what).toBeLessThan(limit)
}

test('a newcomer proposes by identifier within a minute @long', async ({ page }) => {
  const hands = await toForm(page)
  await hands.paste(page.getByLabel('Identifier, link or BibTeX'), 'https://arxiv.org/abs/2609.10001')
  await hands.press('Enter')
  await hands.read(page.getByRole('status').filter({ hasText: 'Filled from arXiv' }))
  await hands.choose(field(page, 'Section'), 'language-models')
  for (const filled of ['Name', 'Paper title', 'Paper address', 'Code address']) await hands.read(field(page, filled))
  // Each test's own name: the entry of the lookup is another test's, too.
  await field(page, 'Name').fill(freshName('Asclepius'))
  await hands.click(sendButton(page))
  await page.waitForURL(/\/proposals\/\d+$/)
  expectWithin(60, hands, 'by identifier')
})

test('a newcomer proposes by hand within two minutes @long', async ({ page }) => {
  const hands = await toForm(page)
  const name = freshName('Galen')
  await hands.choose(field(page, 'Section'), 'language-models')
  await hands.type(field(page, 'Name'), name)
  await hands.type(list(page, 'Subfield'), 'Medicine')
  await hands.press('Tab')
  await hands.type(field(page, 'Paper title'), `${name}: an open language model of clinical notes`)
  await hands.paste(field(page, 'Paper address'), `https://example.org/${encodeURIComponent(name)}`)
  await hands.paste(field(page, 'Code address'), `https://github.com/example/${encodeURIComponent(name)}`)
  await hands.type(list(page, 'Base models'), 'LLaMA 3')
  await hands.press('Enter')
  await hands.press('Tab')
  await hands.type(list(page, 'Pre-training data'), 'PMC')
  await hands.press('Enter')
  await hands.press('Tab')
  await hands.read(page.getByRole('complementary', { name: 'Preview' }))
  await hands.click(sendButton(page))
  await page.waitForURL(/\/proposals\/\d+$/)
  expectWithin(120, hands, 'by hand')
})

test('a maintainer reads and decides within fifteen seconds, with a key @long', async ({ page }) => {
  await signInDemo(page, 'Demo researcher', '/propose/model')
  const name = freshName('Decided')
  const paper = { title: 'A foundation model of wards, trained on the notes of forty hospitals', url: `https://example.org/${encodeURIComponent(name)}` }
  await fillModel(page, { name, subfield: 'Medicine', paper, code: 'https://github.com/example/decided', base: ['LLaMA 3'], data: ['MIMIC III', 'PMC'] })
  const id = await send(page)
  await signInDemo(page, 'Demo maintainer', `/review/${id}`)
  await expect(page.getByText('press ?')).toBeVisible()
  const hands = new Hands(page)
  await hands.read(page.getByRole('heading', { level: 1 }))
  await hands.read(page.getByRole('table', { name: `${name} as the catalog shows it` }))
  await hands.press('a')
  await expect(page.getByText(`Proposal ${id} is accepted`)).toBeVisible()
  expectWithin(15, hands, 'a decision')
  expect(await (await page.request.get('/README.md')).text()).toContain(name)
})
