import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'

/** A name that no entry and no other test has. */
export function freshName(word: string): string {
  return `${word} ${randomUUID().slice(0, 8)}`
}

/** What the tests fill into the form of a model. */
export interface ModelForm {
  name: string
  section?: string
  subfield?: string
  paper?: { title: string; url: string }
  code?: string
  base?: string[]
  data?: string[]
  note?: string
}

/** Fills the form of a model; what is absent is said to be so. */
export async function fillModel(page: Page, { name, section = 'language-models', subfield, paper, code, base = [], data = [], note }: ModelForm) {
  await page.getByLabel('Section').selectOption(section)
  await page.getByLabel('Name', { exact: true }).fill(name)
  if (subfield) await fillSubfield(page, subfield)
  await page.getByLabel('No paper yet').setChecked(!paper)
  if (paper) {
    await page.getByLabel('Paper title').fill(paper.title)
    await page.getByLabel('Paper address').fill(paper.url)
  }
  await page.getByLabel('No code').setChecked(!code)
  if (code) await page.getByLabel('Code address').fill(code)
  for (const item of base) await addTo(page, 'Base models', item)
  for (const item of data) await addTo(page, 'Pre-training data', item)
  if (note) await page.getByLabel('Note to the maintainers').fill(note)
}

/** Words the subfield and leaves it, so that its suggestions close. */
export async function fillSubfield(page: Page, subfield: string) {
  const input = page.getByRole('combobox', { name: 'Subfield' })
  await input.fill(subfield)
  await input.press('Tab')
}

async function addTo(page: Page, list: string, item: string) {
  const input = page.getByRole('combobox', { name: list })
  await input.fill(item)
  await input.press('Enter')
  await input.press('Tab')
}

/** What the tests fill into the form of a dataset. */
export interface DatasetForm {
  name: string
  section?: string
  description: string
  paper: string
  link: string
}

/** Fills the form of a dataset. */
export async function fillDataset(page: Page, { name, section = 'text', description, paper, link }: DatasetForm) {
  await page.getByLabel('Section').selectOption(section)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Description').fill(description)
  await page.getByLabel('Paper 1, address').fill(paper)
  await page.getByLabel('Link 1, address').fill(link)
}

/** Sends the form and waits for the proposal's page; answers with its number. */
export async function send(page: Page): Promise<number> {
  await page.getByRole('button', { name: /^Send/ }).click()
  await page.waitForURL(/\/proposals\/\d+$/)
  await expect(page.getByRole('heading', { level: 1, name: /^Add / })).toBeVisible()
  return Number(/\d+$/.exec(page.url())?.[0])
}

/** Proposes a small model as whoever is signed in; answers with its number and name. */
export async function proposeModel(page: Page, word: string): Promise<{ id: number; name: string }> {
  const name = freshName(word)
  await page.goto('/propose/model')
  await fillModel(page, { name })
  return { id: await send(page), name }
}
