import { describe, expect, it } from 'vitest'
import { fitCells } from './fit-cells'
import { fitHeader } from './header'

const headers = ['Model', 'Paper', 'Code']
const understood = (...rows: string[][]) => fitCells(fitHeader(headers), headers, rows.map((cells) => ({ cells })))
const link = '[T](https://a.org)'

describe('a table', () => {
  it('is what its header says where most cells fit', () => {
    const { kind, columns, entries } = understood(['a', link, '-'], ['b', 'no link', '-'], ['c', link, link], ['d', 'none', '-'])
    expect([kind, columns]).toEqual(['model', ['name', 'paper', 'code']])
    expect(entries.map(({ raw }) => raw)).toEqual([{}, { paper: 'no link' }, {}, { paper: 'none' }])
  })
  it('has a strange column where most of its cells fit no field; empty ones say nothing', () => {
    const { kind, columns, entries } = understood(['a', '**A**', ''], ['b', '**B**', ''], ['c', '**C**', link], ['d', link, ''])
    expect([kind, columns]).toEqual(['model', ['name', 'Paper', 'code']])
    expect(entries[0]).toMatchObject({ fields: { name: 'a' }, more: { Paper: '**A**' } })
  })
  it('is of the kind `table` where most names fit no field', () => {
    const { kind, columns, entries } = understood([link, link, '-'], [link, link, '-'], [link, link, '-'])
    expect([kind, columns]).toEqual(['table', headers])
    expect(entries[0]?.more).toEqual({ Model: link, Paper: link, Code: '-' })
  })
  it('is not judged by two cells', () => expect(understood([link, '-', '-'], [link, '-', '-']).kind).toBe('model'))
  it('keeps its strange columns', () => {
    const strange = ['Model', 'Paper', 'Year', 'Code']
    const rows = Array.from({ length: 3 }, () => ({ cells: ['a', '**A**', '2024', '-'] }))
    expect(fitCells(fitHeader(strange), strange, rows).columns).toEqual(['name', 'Paper', 'Year', 'code'])
  })
})
