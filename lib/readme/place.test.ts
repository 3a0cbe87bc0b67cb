import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { printCells, type EntryDraft } from '@/lib/catalog/entry'
import { growFrame } from './fit'
import { tableText } from './frame'
import { parse, type Section } from './parse'
import { endOf, placeSchema, type Place } from './place'
import { addRow } from './testing/add-row'
import { dear } from './testing/cases'

const seed = readFileSync(new URL('../../prisma/seed.README.md', import.meta.url), 'utf8')

function sectionsOf(text: string): Section[] {
  return parse(text).parts.flatMap((part) => ('section' in part ? [part.section] : []))
}

function onlySection(text: string): Section {
  const [section, ...others] = sectionsOf(text)
  if (!section || others.length > 0) throw new Error('the text has not exactly one section')
  return section
}

/** The table with a model of that name added. */
function withModel({ frame, rows }: Section, name: string, place: Place = 'end'): string {
  const added = addRow(frame, rows, { key: 'new', cells: printCells(model(name), frame.columns), verbatim: null }, place)
  return tableText(added.frame, added.rows)
}

function model(name: string): EntryDraft {
  return { kind: 'model', fields: { name, subfield: null, paper: null, code: null, base: [], data: [], starred: false } }
}

describe('a place', () => {
  const { frame } = sectionsOf(seed)[0] as Section

  it.each([
    ['manner', 'first', 'start'],
    ['manner', 'last', 'end'],
    ['start', 'last', 'start'],
    ['end', 'first', 'end'],
  ] as const)('%s in a table with the newest %s is its %s', (place, newest, end) => expect(endOf(place, { ...frame, newest })).toBe(end))
})

describe('adding a row', () => {
  const padded = '| Model | Base |\n| :---- | :--- |\n| a     | b    |\n'

  it('at the start and at the end', () => {
    expect(withModel(onlySection(padded), 'new', 'start')).toBe('| Model | Base |\n| :---- | :--- |\n| new   | -    |\n| a     | b    |\n')
    expect(withModel(onlySection(padded), 'new', 'end')).toBe('| Model | Base |\n| :---- | :--- |\n| a     | b    |\n| new   | -    |\n')
  })
  it('pads the others anew where a column grows', () =>
    expect(withModel(onlySection(padded), 'longer')).toBe('| Model  | Base |\n| :----- | :--- |\n| a      | b    |\n| longer | -    |\n'))
  it('leaves the bytes of a table that follows no rule', () =>
    expect(withModel(onlySection(`${padded}|c|d|\n`), 'longer')).toBe(`${padded}|c|d|\n| longer | -    |\n`))

  it.each(['\n', '\r\n', '\r'])('to a document that ends in its table, without the last line end, as with %j', (eol) => {
    const text = padded.trimEnd().replaceAll('\n', eol)
    expect(withModel(onlySection(text), 'new')).toBe(`${text}${eol}| new   | -    |`)
    expect(withModel(onlySection(text), 'new', 'start')).toBe(`${text.replace(/\|[^|]*\|[^|]*\|$/, '')}| new   | -    |${eol}| a     | b    |`)
  })
  it.each(['| Model | Base |\n| :---- | :--- |', '|Model|Base|\n|---|---|', '| Model | Base |\n|---|---|'])(
    'to an empty table at the very end of a document: %j',
    (text) => expect(onlySection(withModel(onlySection(text), 'new')).rows.map(({ cells }) => cells)).toEqual([['new', '-']]),
  )
})

// A hostile hand's names, in every table of the seed: the row must be found again, alone, where it was put.
const names = fc
  .string({ unit: fc.constantFrom(...'|\\`*_[]()<>&;~+-#!:. 1ab漢🜚'.split(''), '<!--', '```', '---', ' + '), minLength: 1, maxLength: 80 })
  .map((name) => name.trim())
  .filter((name) => name !== '')

describe('any added row', () => {
  const sections = sectionsOf(seed).filter(({ kind }) => kind === 'model')

  it('is read back, and nothing else is changed', () =>
    fc.assert(
      fc.property(fc.constantFrom(...sections), names, fc.constantFrom(...placeSchema.options), (section, name, place) => {
        const again = onlySection(`# H\n\n${withModel(section, name, place)}`)
        const cells = [printCells(model(name), section.frame.columns)]
        const others = section.rows.map((row) => row.cells)
        expect(again.rows.map((row) => row.cells)).toEqual(endOf(place, section.frame) === 'start' ? [...cells, ...others] : [...others, ...cells])
        expect(again.frame).toMatchObject({ widths: growFrame(section.frame, cells[0] as string[]).widths, layout: { exact: true } })
        expect(again.rows.every(({ verbatim }) => verbatim === null)).toBe(true)
      }),
      dear(10),
    ))

  it.each(['Model | Base\n----- | ----\na     | b\n', 'Model|Base|\n---|---|\na|b|\n'])('stays in a table without pipes at its edges: %j', (text) =>
    fc.assert(
      fc.property(fc.oneof(names, fc.constantFrom('# x', '> x', '>x', '1. x', '2) x', '- x', '+ x', '* x')), (name) => {
        const section = onlySection(text)
        const again = onlySection(withModel(section, name))
        expect(again.rows.map(({ cells }) => cells)).toEqual([['a', 'b'], printCells(model(name), section.frame.columns)])
        expect(again.frame.layout.exact).toBe(section.frame.layout.exact)
      }),
      dear(10),
    ),
  )

  it('keeps a table grown from nothing as one hand would have written it', () =>
    fc.assert(
      fc.property(fc.array(names, { maxLength: 6 }), (list) => {
        const text = list.reduce((table, name) => withModel(onlySection(table), name), '| Model | Base |\n| ----- | ---- |\n')
        expect(onlySection(text).frame.layout).toMatchObject({ style: 'padded', exact: true })
        expect(onlySection(text).rows).toHaveLength(list.length)
      }),
      dear(10),
    ))
})
