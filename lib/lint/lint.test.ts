import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changesSchema } from '@/lib/readme/change'
import { rowLine } from '@/lib/readme/frame'
import { parse } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
import { dear } from '@/lib/readme/testing/cases'
import { editedPairs } from '@/lib/readme/testing/hand-edits'
import { documents } from '@/lib/readme/testing/nasty-markdown'
import { fixesOf, lint } from './lint'
import { mend } from './mend'
import { rules } from './rules'

const seed = readFileSync(new URL('../../prisma/seed.README.md', import.meta.url), 'utf8')

describe('the rules', () => {
  it('have names and reasons of their own', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
    expect(new Set(rules.map(({ reason }) => reason)).size).toBe(rules.length)
  })
})

describe('lint', () => {
  it('tells findings in the order of the text, with the entry that they are about', () => {
    const findings = lint(parse(seed), seed)
    expect(findings.map(({ place }) => place.line)).toEqual(findings.map(({ place }) => place.line).sort((a, b) => a - b))
    expect(findings.find(({ rule }) => rule === 'double-space')).toMatchObject({
      severity: 'note',
      place: { line: 199, column: 108, section: 'mulit-modal', entry: 'MedMD' },
      fix: [{ op: 'edit', section: 'mulit-modal', entry: 'medmd', fields: { description: {} } }],
    })
  })

  it('names sections and rows as the README given names them', () => {
    const readme = parse(seed)
    for (const part of readme.parts) {
      if ('section' in part) {
        part.section.key = `s-${part.section.key}`
        for (const row of part.section.rows) row.key = `r-${row.key}`
      }
    }
    const changes = fixesOf(lint(readme, seed))
    expect(changes.map((change) => ('entry' in change ? change.entry : ''))).toContain('r-medmd')
    expect(patch(readme, changes)).toMatchObject({ ok: true })
  })

  it('gives fixes that the schema of changes takes', () =>
    fc.assert(
      fc.property(documents, (text) => {
        const changes = fixesOf(lint(parse(text), text))
        expect(changesSchema.parse(JSON.parse(JSON.stringify(changes)))).toEqual(changes)
      }),
      dear(10),
    ))

  it('places every finding in the text', () =>
    fc.assert(
      fc.property(documents, (text) => {
        const lines = text.split(/\r\n|\r|\n/)
        for (const { place } of lint(parse(text), text)) {
          expect(place.column).toBeGreaterThan(0)
          expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? -1) + 1)
        }
      }),
      dear(10),
    ))
})

describe('mend', () => {
  it('leaves nothing to fix in the seed, after one round', () => {
    const readme = parse(seed)
    const findings = lint(readme, seed)
    const patched = patch(readme, fixesOf(findings))
    const text = patched.ok ? render(patched.value.parts) : ''
    const left = lint(parse(text), text)
    expect(left.map(({ rule }) => rule)).toEqual(['same-identity', 'same-identity'])
    expect(mend(seed)).toEqual({ text, fixed: findings.filter(({ fix }) => fix.length > 0), left })
    expect(mend(text)).toEqual({ text, fixed: [], left })
  })

  it('gives back the seed where a hand broke the padding of a row', () => {
    const { text: clean } = mend(seed)
    const sections = parse(clean).parts.flatMap((part) => ('section' in part ? [part.section] : []))
    const rows = sections.flatMap((section) => section.rows.map((row) => rowLine(section.frame, row)))
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.constantFrom(/ +\|/g, /(?<=\S) \|/, / \|$/), (row, blanks) => {
        const { text, left } = mend(clean.replace(row, row.replace(blanks, ' |')))
        expect(left.map(({ rule }) => rule)).toEqual(['same-identity', 'same-identity'])
        expect(text).toBe(clean)
      }),
      dear(100),
    )
  })

  it('goes on where one fix brings another to light', () => {
    const row = (address: string) => `| One | [a](${address}) |\n`
    const list = (...addresses: string[]) => `| Title | Paper |\n| --- | --- |\n${addresses.map(row).join('')}`
    const mended = mend(list('https://arxiv.org/abs/2401.00001', 'http://arxiv.org/abs/2401.00001v2'))
    expect(mended.text).toBe(list('https://arxiv.org/abs/2401.00001'))
    expect(mended.fixed.map(({ rule }) => rule)).toEqual(['http-address', 'arxiv-version', 'duplicate-row'])
  })

  it('brings the fixes of one cell, one row and one line together', () => {
    const text = '| Title | Paper |\n| --- | --- |\n| two  words | see  it [a](http://arxiv.org/abs/2401.00001v2?utm_source=b) |\n\n[a] (http://arxiv.org/abs/1)  or  so \n'
    expect(fixesOf(lint(parse(text), text)).map(({ op }) => op)).toEqual(['edit', 'text'])
    expect(mend(text).text).toBe('| Title | Paper |\n| --- | --- |\n| two words | see it [a](https://arxiv.org/abs/2401.00001) |\n\n[a](https://arxiv.org/abs/1) or so\n')
  })

  it('edits no row that it removes, and pads a row that it edits', () => {
    const lines = ['| Title | Paper |', '| :---- | :---- |', '| Three | cc    |', '| Fours | d  e |', '| Three | cc    |', '| Fives | ff    |']
    expect(mend(`${lines.join('\n')}\n`).text).toBe(`${[...lines.slice(0, 3), '| Fours | d e   |', lines[5]].join('\n')}\n`)
  })

  it('comes to an end on any text, in which nothing is left to fix', () =>
    fc.assert(
      fc.property(fc.oneof(documents, editedPairs.map(({ after }) => after)), (text) => {
        const mended = mend(text)
        expect(mend(mended.text)).toMatchObject({ text: mended.text, fixed: [] })
      }),
      dear(10),
    ))
})
