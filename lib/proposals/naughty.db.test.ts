import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { entryEditSchema, entrySchema, readCells, type EntryInput, type EntryKind } from '@/lib/catalog/entry'
import { connect } from '@/lib/db'
import { exportReadme } from '@/lib/readme/export'
import { importReadme } from '@/lib/readme/import'
import { currentRevision } from '@/lib/readme/load'
import { parse, sectionsOf } from '@/lib/readme/parse'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase, person } from '@/scripts/testing/database'
import { naughtyList } from '@/scripts/testing/naughty-list'
import { naughtyStrings } from '@/scripts/testing/naughty-strings'
import type { FormChange, ProposalInput } from './change'
import { comment } from './comments'
import { decideProposal } from './decide'
import { submitProposal } from './service'

// Every naughty string through every text field: sent, stored, rendered, read again, and every other byte of the README as it was.
const now = new Date('2026-11-24T12:00:00Z')
let db: PrismaClient
let ada: Viewer, max: Viewer

/** A list of its own for each field, so that none grows long. */
async function begin(): Promise<void> {
  db = connect(await freshDatabase())
  const imported = await importReadme(db, Buffer.from(naughtyList), null)
  if (!imported.ok) throw new Error(imported.message)
  ;[ada, max] = [await person(db, 'Ada'), await person(db, 'Max', 'admin')]
}

interface Field {
  kind: EntryKind
  section: string
  /** Where its messages stand, behind `changes.N.entry.`. */
  path: string
  fill: (value: string) => { fields?: Record<string, unknown>; more?: Record<string, string> }
}

const link = (label: string, url = 'https://example.org/a') => ({ label, url })
const address = (value: string) => `https://example.org/${value}`
const plain: Record<EntryKind, Record<string, unknown>> = {
  model: { name: 'Plain', subfield: 'Plain', paper: null, code: null, base: [], data: [], starred: false },
  dataset: { name: 'Plain', papers: [], description: 'Plain.', links: [] },
  table: {},
}
const of = (kind: EntryKind, section: string, path: string, fill: (value: string) => Record<string, unknown>): Field => ({ kind, section, path: `fields.${path}`, fill: (value) => ({ fields: fill(value) }) })
const fields: Field[] = [
  of('model', 'models', 'name', (name) => ({ name })),
  of('model', 'models', 'subfield', (subfield) => ({ subfield })),
  of('model', 'models', 'paper.label', (value) => ({ paper: link(value) })),
  of('model', 'models', 'paper.url', (value) => ({ paper: link('Paper', address(value)) })),
  of('model', 'models', 'code.label', (value) => ({ code: link(value) })),
  of('model', 'models', 'code.url', (value) => ({ code: link('Code', address(value)) })),
  of('model', 'models', 'base.0', (value) => ({ base: [value, 'BERT'] })),
  of('model', 'models', 'data.0', (value) => ({ data: [value, 'MIMIC-IV'] })),
  of('dataset', 'datasets', 'name', (name) => ({ name })),
  of('dataset', 'datasets', 'papers.0.label', (value) => ({ papers: [link(value)] })),
  of('dataset', 'datasets', 'papers.0.url', (value) => ({ papers: [link('Paper', address(value))] })),
  of('dataset', 'datasets', 'description', (description) => ({ description })),
  of('dataset', 'datasets', 'links.0.label', (value) => ({ links: [link(value)] })),
  of('dataset', 'datasets', 'links.0.url', (value) => ({ links: [link('Site', address(value))] })),
  { kind: 'table', section: 'tools', path: 'more.Tool', fill: (value) => ({ more: { Tool: value, Note: 'Plain' } }) },
  { kind: 'table', section: 'tools', path: 'more.Note', fill: (value) => ({ more: { Tool: 'Plain', Note: value } }) },
]

const entryOf = (kind: EntryKind, filled: ReturnType<Field['fill']>): EntryInput =>
  ({ kind, fields: { ...plain[kind], ...filled.fields }, ...(filled.more ? { more: filled.more } : {}) }) as EntryInput

const text = async () => (await exportReadme(db))?.text ?? ''

/** What a section's rows say, read again from the README. */
function rowsOf(whole: string, heading: string, kind: EntryKind): { fields: object; more: object }[] {
  const section = sectionsOf(parse(whole).parts).find((one) => one.heading.toLowerCase() === heading)
  if (!section) throw new Error(`there is no ${heading}`)
  return section.rows.map(({ cells }) => {
    const { fields: read, more, raw } = readCells(kind, section.frame.columns, cells)
    expect(raw).toEqual({})
    return { fields: read, more }
  })
}

/** The same for the same fields, in whatever order they stand. */
const canonical = (item: object): string =>
  JSON.stringify(item, (_, value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value))

/** What of some entries is not among others; each counts once. */
function lacking(some: readonly object[], others: readonly object[]): string[] {
  const left = others.map(canonical)
  return some.map(canonical).filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

async function acceptAll(changes: ProposalInput['changes'], count = 200): Promise<void> {
  for (let at = 0; at < changes.length; at += count) {
    const sent = await submitProposal(db, ada, { changes: changes.slice(at, at + count) })
    if (!sent.ok) throw new Error(`${sent.message} ${JSON.stringify(sent.fields)}`)
    const decided = await decideProposal(db, max, { proposal: sent.value.id, version: 1, verdict: 'accepted' }, now)
    if (!decided.ok) throw new Error(decided.message)
  }
}

/** Sends what the schema refuses, and finds its message at the field. */
async function expectRefused(change: unknown, path: string): Promise<void> {
  const sent = await submitProposal(db, ada, { changes: [change] } as ProposalInput)
  expect(sent).toMatchObject({ ok: false, code: 'invalid' })
  const paths = Object.keys((sent.ok ? {} : sent.fields) ?? {})
  expect(paths).toEqual([expect.stringContaining(`changes.0.entry.${path.replace(/\.\d+$/, '')}`)])
}

describe.each(fields)('$kind $path', ({ kind, section, path, fill }) => {
  beforeAll(begin)
  afterAll(() => db.$disconnect())

  it('of a new entry comes back equal, and nothing else changes', async () => {
    const entries = naughtyStrings.map((value) => entryOf(kind, fill(value)))
    const parsed = entries.map((entry) => entrySchema.safeParse(entry))
    for (const [at, entry] of entries.entries()) if (!parsed[at]?.success) await expectRefused({ op: 'add', section, entry }, path)
    const taken = parsed.flatMap((one) => (one.success ? [one.data] : []))
    const before = await text()
    const known = rowsOf(before, section, kind)
    await acceptAll(taken.map((entry) => ({ op: 'add', section, place: 'end', entry })))
    const after = await text()
    const expected = taken.map((entry) => ({ fields: entry.fields, more: entry.more ?? {} }))
    const [read, wanted] = [rowsOf(after, section, kind), [...known, ...expected]]
    expect([lacking(wanted, read), lacking(read, wanted)]).toEqual([[], []])
    // In a table without padding each new entry is a line of its own, at the end of its table; all others are as they were.
    const lines = before.split('\n')
    const end = after.split('\n').findIndex((line, at) => line !== lines[at])
    expect([...after.split('\n').slice(0, end), ...after.split('\n').slice(end + taken.length)]).toEqual(lines)
  })

  it('of an entry that is there comes back equal, and nothing else changes', async () => {
    const base = await currentRevision(db)
    const values = naughtyStrings.map((value) => ({ kind, ...fill(value), fields: fill(value).fields ?? {} }))
    const parsed = values.map((entry) => entryEditSchema.safeParse(entry))
    const entries = await db.entry.findMany({ where: { section: { slug: section }, removed: false }, orderBy: { rank: 'asc' }, take: values.length, select: { slug: true } })
    const before = await text()
    const known = rowsOf(before, section, kind)
    const expected = [...known]
    const changes: FormChange[] = []
    // Each that is taken goes to an entry of its own, in the order in which they stand.
    let next = 0
    for (const [at, entry] of values.entries()) {
      const one = parsed[at]
      const change = { op: 'edit' as const, section, key: entries[one?.success ? next : 0]?.slug ?? '', base }
      if (!one?.success) {
        await expectRefused({ ...change, entry }, path)
        continue
      }
      const row = known[next] as (typeof known)[number]
      const wanted = { fields: { ...row.fields, ...one.data.fields }, more: { ...row.more, ...one.data.more } }
      // What an entry says already is no change of it.
      if (canonical(wanted) !== canonical(row)) changes.push({ ...change, entry: one.data })
      expected[next++] = wanted
    }
    await acceptAll(changes)
    const after = await text()
    const read = rowsOf(after, section, kind)
    expect(read.map(canonical)).toEqual(expected.map(canonical))
    const [was, is] = [before.split('\n'), after.split('\n')]
    expect(is).toHaveLength(was.length)
    expect(is.filter((line, at) => line !== was[at])).toHaveLength(changes.length)
  })
})

describe('what is said', () => {
  beforeAll(begin)
  afterAll(() => db.$disconnect())

  it('a note and a comment come back as they were typed, but for blanks around them, or are refused at the field', async () => {
    let kept = 0
    for (const value of naughtyStrings) {
      const entry = entryOf('dataset', { fields: { name: 'Noted' } })
      const sent = await submitProposal(db, ada, { rationale: value, changes: [{ op: 'add', section: 'datasets', entry }] })
      if (!sent.ok) {
        expect(sent).toMatchObject({ code: 'invalid', fields: { rationale: expect.any(String) } })
        continue
      }
      const said = await comment(db, ada, { proposal: sent.value.id, body: value })
      if (!said.ok) expect(said).toMatchObject({ code: 'invalid', fields: { body: expect.any(String) } })
      const { rationale } = await db.proposalVersion.findUniqueOrThrow({ where: { proposalId_number: { proposalId: sent.value.id, number: 1 } } })
      expect(rationale).toBe(value.trim())
      expect((await db.comment.findMany({ where: { proposalId: sent.value.id } })).map(({ body }) => body)).toEqual(said.ok ? [value.trim()] : [])
      if (said.ok) kept++
    }
    expect(kept).toBeGreaterThan(150)
  })
})
