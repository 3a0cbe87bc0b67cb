import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { parse as parseBibtex } from '@citation-js/plugin-bibtex/lib/input/file.js'
import Papa from 'papaparse'
import { examplesFor, type Example } from '@/lib/api/examples'
import { operations } from '@/lib/api/operations'
import type { Operation } from '@/lib/api/parameters'
import { validatorOf } from '@/scripts/testing/api'
import { expectAccessible } from './support/accessible'

const run = promisify(execFile)

/** How a piece of code is run, as its reader would. */
const commands: Record<Example['language'], (code: string) => [command: string, ...args: string[]]> = {
  curl: (code) => ['sh', '-c', code],
  Python: (code) => ['python3', '-c', code],
  JavaScript: (code) => ['node', '--input-type=module', '--eval', code],
}
const needs: Record<Example['language'], string> = { curl: 'curl', Python: 'python3', JavaScript: 'node' }

async function isInstalled(command: string): Promise<boolean> {
  return run(command, ['--version']).then(() => true, () => false)
}

test('every example of the page runs as it stands', async ({ page }, testInfo) => {
  const origin = testInfo.project.use.baseURL as string
  await page.goto('/api')
  await expect(page.getByRole('heading', { level: 1, name: 'The catalog for programs' })).toBeVisible()
  for (const { title, language, code } of examplesFor(origin)) {
    const shown = page.locator('pre').filter({ hasText: code.split('\n')[0] as string }).filter({ hasText: code.split('\n').at(-1) as string })
    await expect(shown).toHaveText(code, { useInnerText: true })
    const isThere = await isInstalled(needs[language])
    // Said, and never passed over in silence: the runs of CI have all three.
    if (!isThere) testInfo.annotations.push({ type: 'not run', description: `${title}: ${needs[language]} is not installed` })
    expect(isThere || !process.env.CI, `${needs[language]} is installed`).toBe(true)
    if (isThere) expect((await run(...(([command, ...args]) => [command, args] as const)(commands[language](code)))).stdout, title).toMatch(/\S/)
  }
  await expectAccessible(page)
})

test('the API answers over HTTP as its document promises', async ({ request }) => {
  const wrongWith = validatorOf(await (await request.get('/api/v1/openapi.json')).json())
  for (const [operation, { example }] of Object.entries(operations)) {
    const answer = await request.get(example)
    expect([answer.status(), wrongWith(operation as Operation, await answer.json())], example).toEqual([200, null])
    const etag = answer.headers().etag as string
    expect((await request.get(example, { headers: { 'If-None-Match': etag } })).status()).toBe(304)
    const head = await request.head(example)
    expect([head.status(), (await head.body()).length]).toEqual([200, 0])
  }
  const elsewhere = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'if-none-match' }
  const preflight = await request.fetch('/api/v1/entries', { method: 'OPTIONS', headers: elsewhere })
  expect([preflight.status(), preflight.headers()['access-control-allow-origin']]).toEqual([204, '*'])
  const written = await request.post('/api/v1/entries', { data: {}, headers: { Origin: elsewhere.Origin } })
  expect([written.status(), written.headers().allow, wrongWith('problem', await written.json())]).toEqual([405, 'GET, HEAD, OPTIONS', null])
  const wrong = await request.get('/api/v1/entries?limit=many')
  expect([wrong.status(), wrong.headers()['content-type'], wrongWith('problem', await wrong.json())]).toEqual([400, 'application/problem+json', null])
})

test('a page is taken along in every form, and the whole catalog with its checksums', async ({ page, request }) => {
  await page.goto('/sections/text?q=arxiv')
  const links = page.getByRole('navigation', { name: 'Take along' }).getByRole('link')
  await expect(links).toHaveText(['CSV', 'JSON', 'BibTeX', 'RIS', 'Markdown'])
  const [csv, json, bib] = await Promise.all(['CSV', 'JSON', 'BibTeX'].map(async (name) => (await request.get((await links.filter({ hasText: name }).getAttribute('href')) as string)).text()))
  const rows = Papa.parse<{ name: string }>((csv as string).trimEnd(), { header: true }).data.map(({ name }) => name)
  expect(rows).toEqual(await page.getByRole('rowheader').locator('a[href^="/"]').allInnerTexts())
  expect((JSON.parse(json as string) as { entries: { name: string }[] }).entries.map(({ name }) => name)).toEqual(rows)
  expect(parseBibtex(bib as string)).toHaveLength(rows.length)

  const { revision } = (await (await request.get('/api/v1')).json()) as { revision: number }
  const { files } = (await (await request.get(`/r/${revision}/manifest.json`)).json()) as { files: { name: string; url: string; sha256: string }[] }
  for (const { url, sha256 } of files) expect(createHash('sha256').update(await (await request.get(url)).body()).digest('hex')).toBe(sha256)
  for (const path of ['/CITATION.cff', '/bibliography.bib', '/llms.txt', '/opensearch.xml', '/robots.txt', '/sitemap.xml', '/sitemaps/all.xml', '/sitemaps/pages.xml', '/catalog.md', '/selection.ris?entry=model/uni', '/models/uni.md', '/datasets/mimic-cxr.csl']) {
    const answer = await request.get(path)
    expect([answer.status(), (await answer.body()).length > 0], path).toEqual([200, true])
  }
  const [bibtex, selection, csl] = await Promise.all(['/search.bib?q=mimic', '/selection.md?entry=model/uni', '/models/uni.csl'].map((path) => request.get(path)))
  expect([(await bibtex?.text())?.split('From')[0], (await selection?.text())?.split('\n')[0], csl?.headers()['content-disposition']]).toEqual(['% A search: “mimic”. ', '# A selection', 'attachment; filename="uni.csl.json"'])
  for (const path of ['/models/nothing.md', '/sections/nothing.csv', '/r/999/catalog.ndjson', '/r/1/nothing.csv', '/sitemaps/nothing.xml']) expect((await request.get(path)).status(), path).toBe(404)
})

test('every page stands as markdown at its address with .md behind it, which its head says', async ({ page, request }) => {
  const pages: [path: string, markdown: string, says: string][] = [
    ...[['/', '/index.md', '[Imaging]'], ['/new?since=0', '/new.md?since=0', '## Added'], ['/log', '/log.md', '## Imported from the README'], ['/stats', '/stats.md', '| CLIP |']] as const,
    ...[['/stats/lineage?of=models/uni', '/stats/lineage.md?of=models/uni', 'DINOv2'], ['/cite', '/cite.md', '@article{zhang2024data'], ['/api', '/api.md', 'GET /api/v1/entries/{kind}/{slug}']] as const,
    ...[['/compare?entry=model/uni&entry=model/conch', '/compare.md?entry=model/uni&entry=model/conch', '| differs |'], ['/models/uni', '/models/uni.md', '**Subfield**'], ['/sections/text', '/sections/text.md', '| BLUE ([arXiv]'], ['/search?q=uni', '/search.md?q=uni', '| UNI |']] as const,
  ].map(([path, markdown, says]) => [path, markdown, says])
  for (const [path, markdown, says] of pages) {
    await page.goto(path)
    const told = await page.locator('link[rel="alternate"][type="text/markdown"]').getAttribute('href')
    expect(new URL(told ?? '').pathname + new URL(told ?? '').search, path).toBe(markdown)
    const answer = await request.get(markdown)
    expect([answer.status(), answer.headers()['content-type']], markdown).toEqual([200, 'text/markdown; charset=utf-8'])
    const text = await answer.text()
    expect(text, markdown).toMatch(/^# /)
    expect(text, markdown).toContain(says)
    expect((await request.get(markdown, { headers: { 'If-None-Match': answer.headers().etag as string } })).status(), markdown).toBe(304)
  }
  // Those who are signed in go past what is kept for everybody.
  const own = await request.get('/log.md', { headers: { Cookie: 'next-auth.session-token=nobodys' } })
  expect([own.status(), await own.text()]).toEqual([200, await (await request.get('/log.md')).text()])
  for (const path of ['/nothing.md', '/constructor.md', '/stats/nothing.md', '/stats/lineage.md?of=models/nothing', '/new.md?since=yesterday', '/people/0.md', '/people/00000000-0000-7000-8000-000000000000.md', '/take/page/constructor', '/take/page/people/x/y']) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
})

test('nobody has the portal make a file into a picture: it would be read uncounted, and kept on the disk', async ({ request }) => {
  for (const url of ['/models/uni.png', '/catalog.csv']) expect((await request.get(`/_next/image?${new URLSearchParams({ url, w: '640', q: '75' })}`)).status(), url).toBe(404)
})

test('an entry and the survey are cited with a click', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/models/uni')
  const cite = page.getByRole('region', { name: 'Cite' })
  await cite.getByRole('button', { name: 'Copy BibTeX', exact: true }).click()
  await expect(cite.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(parseBibtex(await page.evaluate(() => navigator.clipboard.readText()))[0]?.label).toBe('uni')
  await expectAccessible(page)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Cite' }).click()
  await expect(page.locator('pre').first()).toHaveText(/^@article\{zhang2024data,/)
  await page.getByText('RIS and CSL-JSON').first().click()
  await expect(page.locator('pre').filter({ hasText: 'TY - JOUR' }).first()).toBeVisible()
  await expectAccessible(page)
})
