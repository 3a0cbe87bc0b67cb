import { expect, test, type Browser, type Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { fillDataset, fillModel, freshName, send } from './support/propose'
import { expectOneRowAdded } from './support/readme-change'
import { signInDemo } from './support/sign-in'

const seedHash = 'c25db39e3d489009fb253d7d83da2113f5f913f47ce525dcf8b87ccdeb6a2eec'

/** The life of one entry: what is proposed at first, what it likely repeats, and what is proposed then. */
interface Journey {
  kind: 'model' | 'dataset'
  section: string
  /** Fills the form for an entry that the list has already. */
  repeat: (page: Page) => Promise<void>
  why: RegExp
  /** Fills the form for a new one, and mends it as the maintainer asks. */
  fill: (page: Page, name: string) => Promise<void>
  mend: (page: Page) => Promise<void>
  mended: string
}

const journeys: Journey[] = [
  {
    kind: 'model',
    section: 'Language Models',
    repeat: (page) => fillModel(page, { name: 'MMedLM two', paper: { title: 'Multilingual again', url: 'https://arxiv.org/pdf/2402.13963v2' } }),
    why: /same arXiv id 2402\.13963/,
    fill: (page, name) =>
      fillModel(page, {
        ...{ name, subfield: 'Medicine', base: ['LLaMA 3'], data: ['MMedC', 'PMC'], code: 'https://github.com/example/journey' },
        paper: { title: 'A journey | with a pipe in its title', url: 'https://arxiv.org/abs/2511.04242' },
        note: 'The first of its kind.',
      }),
    mend: (page) => page.getByLabel('Paper title').fill('A journey with a title that its section’s column has to grow for, as a careful hand would have it'),
    mended: 'as a careful hand would have it',
  },
  {
    kind: 'dataset',
    section: 'Text',
    repeat: (page) =>
      fillDataset(page, { name: 'MIMIC III', description: 'ICU records', paper: 'https://arxiv.org/abs/2511.04300', link: 'https://physionet.org/content/mimiciii/' }),
    why: /same .*name/,
    fill: (page, name) =>
      fillDataset(page, { name, description: 'Reports', paper: 'https://arxiv.org/abs/2511.04343', link: 'https://physionet.org/content/journey/' }),
    mend: (page) => page.getByLabel('Description').fill('120,000 radiology reports of 40,000 patients'),
    mended: '120,000 radiology reports of 40,000 patients',
  },
]

for (const journey of journeys) {
  test(`a ${journey.kind}, from the form through review into the README`, async ({ page, browser }) => {
    test.slow()
    const maintainer = await (await browser.newContext()).newPage()
    await signInDemo(maintainer, 'Demo maintainer')
    await signInDemo(page, 'Demo researcher', `/propose/${journey.kind}`)
    await rejected(page, maintainer, journey)
    const name = freshName('Journey')
    const id = await resubmitted(page, maintainer, journey, name)
    await accepted(maintainer, id)
    await seenByAll(page, browser, journey, id, name)
  })
}

/** A validation error met and mended, a duplicate warned of, and for that duplicate a rejection. */
async function rejected(page: Page, maintainer: Page, { repeat, why }: Journey) {
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByLabel('Section')).toBeFocused()
  await expect(page.getByLabel('Section')).toHaveAccessibleDescription(/Choose the section\./)
  await repeat(page)
  await expect(page.getByText(why).first()).toBeVisible()
  const id = await send(page)
  await maintainer.goto(`/review/${id}`)
  await expect(maintainer.getByText(why).first()).toBeVisible()
  await decide(maintainer, 'Reject', 'The list has it already.')
  await page.reload()
  await expect(panel(page, 'What happens next')).toContainText('The list has it already.')
}

/** A request for changes, answered by a second version. */
async function resubmitted(page: Page, maintainer: Page, { kind, fill, mend, mended }: Journey, name: string): Promise<number> {
  await page.goto(`/propose/${kind}`)
  await fill(page, name)
  const id = await send(page)
  await maintainer.goto('/review')
  await maintainer.getByRole('link', { name: `Add ${name}` }).click()
  await decide(maintainer, 'Ask for changes', 'Please say more.')
  await page.reload()
  await expect(panel(page, 'What happens next')).toContainText('Please say more.')
  await page.getByRole('link', { name: 'Revise and resubmit' }).click()
  await expect(page.getByText('Please say more.')).toBeVisible()
  await mend(page)
  await send(page)
  await maintainer.goto(`/review/${id}`)
  await expect(maintainer.getByText(`Proposal ${id}, version 2`)).toBeVisible()
  await expect(maintainer.getByRole('heading', { name: 'Since version 1' })).toBeVisible()
  await expect(maintainer.getByRole('listitem').filter({ hasText: 'Added:' }).filter({ hasText: mended })).toHaveCount(1)
  return id
}

async function accepted(maintainer: Page, id: number) {
  await maintainer.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(panel(maintainer, 'Decision')).toBeFocused()
  await expect(panel(maintainer, 'Decision')).toContainText('Accepted')
  await maintainer.goto(`/proposals/${id}`)
  await expect(panel(maintainer, 'What happens next')).toContainText('It is part of the catalog')
}

/** The proposer, the public and the README: the row, its table's padding, the date line, and not one other byte. */
async function seenByAll(page: Page, browser: Browser, { section }: Journey, id: number, name: string) {
  await page.goto(`/proposals/${id}`)
  const [date = ''] = (await page.getByRole('listitem').filter({ hasText: 'accepted it' }).locator('time').getAttribute('datetime'))?.split('T') ?? []
  const address = await panel(page, 'What happens next').getByRole('link', { name: 'README.md' }).getAttribute('href')
  const revision = Number(/\d+/.exec(address ?? '')?.[0])
  const text = async (path: string) => (await page.request.get(path)).text()
  const row = expectOneRowAdded(await text(`/r/${revision - 1}/README.md`), await text(`/r/${revision}/README.md`), name, date.replaceAll('-', '/'))
  expect(createHash('sha256').update(await text('/r/1/README.md')).digest('hex')).toBe(seedHash)
  expect(await text('/README.md')).toContain(row)

  const reader = await (await browser.newContext()).newPage()
  await reader.goto('/log')
  await expect(reader.getByText(name).first()).toBeVisible()
  await reader.goto(`/search?${new URLSearchParams({ q: name })}`)
  await reader.getByRole('link', { name, exact: true }).click()
  await expect(reader.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(reader.getByRole('navigation', { name: 'Breadcrumb' })).toContainText(section)
}

function panel(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true })
}

async function decide(maintainer: Page, verdict: 'Reject' | 'Ask for changes', reason: string) {
  await maintainer.getByLabel('Reason').fill(reason)
  await maintainer.getByRole('button', { name: verdict, exact: true }).click()
  await expect(panel(maintainer, 'Decision')).toBeFocused()
}
