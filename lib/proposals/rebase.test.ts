import { describe, expect, it } from 'vitest'
import { diff } from '@/lib/readme/diff'
import { parse } from '@/lib/readme/parse'
import { render } from '@/lib/readme/render'
import { entriesOfChanges } from './link'
import { dateIn, rebase, rebaseAll, withDate } from './rebase'

const text = `# List

Last updated: 2024/01/01

| Tool | Licence |
| --- | --- |
| Nurse | MIT |
| Doctor | BSD |
`
const base = parse(text)

/** What comes of theirs, made from the base, once the catalog became ours. */
function both(ours: (text: string) => string, theirs: (text: string) => string): string {
  const { after } = rebase(base, parse(ours(text)), diff(base, parse(theirs(text))))
  return after.ok ? render(after.value.parts) : after.message
}

const dated = (date: string) => (before: string) => before.replace('2024/01/01', date)
const licence = (name: string) => (before: string) => before.replace('MIT', name)

describe('changes made against an older README', () => {
  it('against the present one are applied as they are', () => {
    const { after, clashes } = rebase(base, base, diff(base, parse(licence('GPL')(text))))
    expect([after.ok && render(after.value.parts), clashes]).toEqual([licence('GPL')(text), []])
  })
  it('come together with what happened meanwhile', () =>
    expect(both((before) => before.replace('BSD', 'ISC'), licence('GPL'))).toBe(licence('GPL')(text).replace('BSD', 'ISC')))
  it.each([
    ['the catalog’s, where nobody else moved it', '2024/03/03', '2024/01/01', '2024/03/03'],
    ['theirs, where it is later', '2024/03/03', '2024/04/04', '2024/04/04'],
    ['the catalog’s, where theirs is earlier', '2024/03/03', '2024/02/02', '2024/03/03'],
    ['theirs, where only they moved it', '2024/01/01', '2024/02/02', '2024/02/02'],
  ])('tell the later date: %s', (_, ours, theirs, date) => expect(both(dated(ours), dated(theirs))).toBe(dated(date)(text)))
  it('meet a row that came meanwhile by what the catalog calls it', () => {
    const [models, nurse] = ['| Model | Subfield |\n| --- | --- |\n| Doctor | Any |\n', '| Nurse | - |\n']
    const now = parse(models + nurse)
    const parts = now.parts.map((part) => ('prose' in part ? part : { section: { ...part.section, rows: part.section.rows.map((row) => ({ ...row, key: row.key === 'nurse' ? 'nurse-2' : row.key })) } }))
    const theirs = diff(parse(models), parse(`${models}| Nurse | Care |\n`))
    const { after } = rebase(parse(models), { ...now, parts }, theirs)
    expect(after.ok && render(after.value.parts)).toBe(`${models}| Nurse | Care |\n`)
  })
  it('can bring a date line', () => {
    const bare = (before: string) => before.replace('Last updated: 2024/01/01\n', '')
    const now = parse(licence('GPL')(bare(text)))
    const { after } = rebase(parse(bare(text)), now, diff(parse(bare(text)), base))
    expect(after.ok && render(after.value.parts)).toBe(licence('GPL')(text))
  })
  it('can lose the date line', () => expect(both(licence('GPL'), (before) => before.replace('Last updated: 2024/01/01\n', ''))).not.toContain('Last updated'))
  it.each([
    ['one', licence('GPL'), licence('ISC'), 'The catalog moved on, and one change clashes with it.'],
    ['two', (before: string) => licence('GPL')(before).replace('BSD', 'A'), (before: string) => licence('ISC')(before).replace('BSD', 'B'), 'The catalog moved on, and 2 changes clash with it.'],
  ])('clash where both changed the same: %s', (_, ours, theirs, message) => {
    expect(both(ours, theirs)).toBe(message)
    expect(rebase(base, parse(ours(text)), diff(base, parse(theirs(text)))).clashes).not.toEqual([])
  })
  it('that fit nothing fail', () => expect(rebase(base, base, [{ op: 'remove', section: 'none', entry: 'x' }]).after).toMatchObject({ ok: false, code: 'conflict' }))
  it('that fit nothing fail, after others too', () =>
    expect(rebase(base, parse(licence('GPL')(text)), [{ op: 'add', section: 'list', place: 'start', entry: { kind: 'model', fields: {} } }])).toMatchObject({ clashes: [], after: { code: 'conflict' } }))
})

describe('the date of a README', () => {
  it('is what its prose tells', () => expect([dateIn(base), dateIn(parse('# A\n'))]).toEqual(['2024/01/01', undefined]))
  it('can be another', () => expect(render(withDate(base, '2025/05/05').parts)).toBe(dated('2025/05/05')(text)))
  it('is nothing to change where there is none', () => expect([withDate(base, undefined), withDate(parse('# A\n'), '2025/05/05').parts]).toEqual([base, parse('# A\n').parts]))
})

describe('the entries of changes', () => {
  it('are named by the README before; added ones by what they became', () => {
    const row = { kind: 'table' as const, fields: {}, more: { Tool: 'Nurse', Licence: 'GPL' } }
    const changes = [
      { op: 'edit' as const, section: 'list', entry: 'nurse', more: { Licence: { before: 'MIT', after: 'ISC' } } },
      { op: 'add' as const, section: 'list', place: 'start' as const, entry: row },
      { op: 'add' as const, section: 'list', place: 'end' as const, entry: row },
      { op: 'add' as const, section: 'gone', place: 'end' as const, entry: row },
      { op: 'text' as const, at: 0, before: ['# List\n'], after: ['# Lists\n'] },
      { op: 'remove' as const, section: 'gone', entry: 'x' },
    ]
    const { after } = rebase(base, base, changes.filter(({ op, section }) => op === 'text' || section !== 'gone'))
    if (!after.ok) throw new Error(after.message)
    const names = entriesOfChanges(base, after.value, changes)
    expect(names).toEqual(['table/nurse', expect.any(String), expect.any(String), null, null, null])
    expect(new Set(names.slice(0, 3)).size).toBe(3)
  })
})

describe('changes made against several READMEs', () => {
  const doctor = (name: string) => (before: string) => before.replace('BSD', name)
  const now = parse(doctor('ISC')(text))

  it('come together one after another', () => {
    const { after, clashes } = rebaseAll(now, [
      { base, changes: diff(base, parse(licence('GPL')(text))) },
      { base: null, changes: [{ op: 'add', section: 'list', place: 'end', entry: { kind: 'table', fields: {}, more: { Tool: 'Aide', Licence: 'MIT' } } }] },
      { base: now, changes: diff(now, parse(doctor('Apache')(text))) },
    ])
    expect(after.ok ? render(after.value.parts) : after.message).toBe(`${doctor('Apache')(licence('GPL')(text))}| Aide | MIT |\n`)
    expect(clashes).toEqual([])
  })
  it('stop where some clash, with the README that those were made against', () => {
    const { after, clashes, against } = rebaseAll(now, [
      { base: now, changes: diff(now, parse(licence('GPL')(doctor('ISC')(text)))) },
      { base, changes: diff(base, parse(doctor('GPL')(text))) },
    ])
    expect(after).toMatchObject({ ok: false, code: 'conflict' })
    expect([clashes.length, against === base]).toEqual([1, true])
  })
})
