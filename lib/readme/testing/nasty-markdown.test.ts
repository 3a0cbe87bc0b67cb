import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, type Section } from '../parse'
import { editedPairs, editedTwice } from './hand-edits'
import { documents } from './nasty-markdown'

// A generator that stops making what it is for makes every property that trusts it hold for nothing.
const samples = { numRuns: 3_000, seed: 5 }
const texts = fc.sample(documents, samples)
const sections = texts.flatMap((text) => parse(text).parts).flatMap((part) => ('section' in part ? [part.section] : []))
const share = <T>(of: readonly T[], what: (one: T) => boolean) => of.filter(what).length / of.length

describe('documents', () => {
  it.each<[string, (text: string) => boolean]>([
    ['a byte-order mark', (text) => text.startsWith('\ufeff')],
    ['line ends of one sort', (text) => /\r\n/.test(text) && !/[^\r]\n|\r[^\n]/.test(text)],
    ['mixed line ends', (text) => /\r\n/.test(text) && /[^\r]\n/.test(text)],
    ['no last line end', (text) => /[^\r\n]$/.test(text)],
    ['conflict markers', (text) => text.includes('<<<<<<< ')],
    ['a fence', (text) => text.includes('```')],
    ['a quote', (text) => /^> /m.test(text)],
    ['controls', (text) => text.includes('\0') || text.includes('\u000b')],
    ['right-to-left text', (text) => text.includes('שלום')],
    ['no table', (text) => parse(text).parts.every((part) => 'prose' in part)],
    ['many tables', (text) => parse(text).parts.filter((part) => 'section' in part).length > 3],
  ])('have %s often enough', (_, what) => expect(share(texts, what)).toBeGreaterThan(0.01))

  it('can be written as UTF-8', () => expect(texts.every((text) => text.isWellFormed())).toBe(true))
})

describe('tables', () => {
  it.each<[string, (section: Section) => boolean]>([
    ['models', ({ kind }) => kind === 'model'],
    ['datasets', ({ kind }) => kind === 'dataset'],
    ['anything else', ({ kind }) => kind === 'table'],
    ['padded to the byte', ({ frame }) => frame.layout.exact && frame.layout.style === 'padded' && frame.layout.cap === null],
    ['padded up to a cap', ({ frame }) => frame.layout.exact && frame.layout.cap !== null],
    ['compact to the byte', ({ frame }) => frame.layout.exact && frame.layout.style === 'compact'],
    ['as-is', ({ frame }) => !frame.layout.exact],
    ['of one column', ({ frame }) => frame.header.length === 1],
    ['of a header alone', ({ rows }) => rows.length === 0],
    ['ragged', ({ frame, rows }) => rows.some(({ cells }) => cells.length !== frame.header.length)],
  ])('are %s often enough', (_, what) => expect(share(sections, what)).toBeGreaterThan(0.01))
})

describe('hand edits', () => {
  const pairs = fc.sample(editedPairs, samples)

  it('change something, nearly always', () => expect(share(pairs, ({ before, after }) => before !== after)).toBeGreaterThan(0.85))
  it('can be written as UTF-8', () => expect(pairs.every(({ after }) => after.isWellFormed())).toBe(true))
  it('of two hands start at the same text and end at others', () => {
    const twice = fc.sample(editedTwice, samples)
    expect(share(twice, ({ base, ours, theirs }) => base !== ours && ours !== theirs)).toBeGreaterThan(0.7)
  })
})
