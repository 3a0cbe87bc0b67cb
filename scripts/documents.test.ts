import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { slugify } from '@/lib/catalog/fold'
import { proposalSchema } from '@/lib/proposals/change'
import { parse } from '@/lib/readme/parse'
import { readArguments, type Command } from './catalog/command'
import { decideCommand } from './catalog/decide'
import { exportCommand } from './catalog/export'
import { proposeCommand } from './catalog/propose'
import { roleCommand } from './catalog/role'
import { root } from './start/root.mjs'

// What the documents say of the project is checked against it, so that a stranger who follows them is not misled.
const records = readdirSync(join(root, 'docs', 'decisions')).sort()
const documents = [
  ...['README.md', 'CONTRIBUTING.md'],
  ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
  ...records.map((name) => `docs/decisions/${name}`),
]
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const has = (path: string) => existsSync(join(root, path))
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1] as string)

describe.each(documents)('%s', (document) => {
  const text = read(document)

  it('links to what is there', () => {
    const targets = all(text, /\]\(([^)\s#]+)[^)]*\)/g).filter((target) => !target.includes('://'))
    expect(targets.filter((target) => !has(join(dirname(document), target)))).toEqual([])
  })

  it('names files that are there', () => {
    const named = all(text, /`((?:app|components|lib|prisma|scripts|e2e|docs)\/[\w./()[\]-]*)`/g)
    expect(named.filter((path) => !has(path))).toEqual([])
  })

  it('names commands that npm knows', () => {
    const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts)
    const named = [...all(text, /npm run (?:-s )?([\w:-]+)/g), ...all(text, /npm (start|test)\b/g)]
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
  })
})

describe('the examples of README.md', () => {
  const commands: Record<string, Command> = { role: roleCommand, propose: proposeCommand, decide: decideCommand, export: exportCommand }
  const calls = all(read('README.md'), /^npm run -s catalog -- (.+)$/gm).map((call) => call.split(' '))

  it.each(calls.map((words) => [words.join(' '), words] as const))('catalog %s is understood', (_, [name, ...args]) => {
    const command = commands[name as string]
    expect(command).toBeDefined()
    expect(() => readArguments(command as Command, args)).not.toThrow()
  })

  it('propose what the schema and the seed take', () => {
    const proposal = proposalSchema.parse(JSON.parse(read('docs/example.proposal.json')))
    const sections = parse(read('prisma/seed.README.md')).parts.flatMap((part) => ('section' in part ? [part.section] : []))
    for (const change of proposal.changes) {
      const found = sections.find(({ heading }) => 'section' in change && slugify(heading) === change.section)
      expect(found?.kind).toBe(change.op === 'add' ? change.entry.kind : found?.kind ?? 'none')
    }
  })
})

describe('the settings in docs/operations.md', () => {
  it('are those that the portal reads, each once', () => {
    const start = ['scripts/start/portal.ts', 'scripts/start/data-folder.ts'].flatMap((path) => all(read(path), /process\.env\.([A-Z_]+)/g))
    const settings = new Set([...start, ...all(read('lib/env.ts'), /^ {2}([A-Z_]+): z\b/gm)])
    const rows = all(read('docs/operations.md'), /^\| (`[A-Z_`, ]+`) \|/gm).flatMap((names) => all(names, /`([A-Z_]+)`/g))
    expect(rows.sort()).toEqual([...settings].sort())
  })
})

describe('the decision records', () => {
  it('are numbered without a gap, in their names and their titles', () =>
    expect(records.map((name) => `${Number(name.slice(0, 4))} ${/^# (\d+)\./.exec(read(`docs/decisions/${name}`))?.[1]}`)).toEqual(
      records.map((_, index) => `${index + 1} ${index + 1}`),
    ))
  it.each(records)('%s tells the context, the decision and the consequences', (name) =>
    expect(all(read(`docs/decisions/${name}`), /^## (.+)$/gm)).toEqual(['Context', 'Decision', 'Consequences']),
  )
})
