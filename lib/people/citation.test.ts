import { describe, expect, it } from 'vitest'
import { citeAsBibtex, citeAsText, sayCount, type Cited } from './citation'

const cited: Cited = { name: 'Ada Lovelace', list: 'Models & Data', count: 3, revision: 12, at: new Date('2026-11-25T23:30:00Z'), url: 'https://catalog.example/people/a' }

it('counts to a thousand', () => {
  expect([1, 2, 1000, 1001].map(sayCount)).toEqual(['one accepted contribution', '2 accepted contributions', '1000 accepted contributions', 'more than 1,000 accepted contributions'])
})

it('cites as text', () =>
  expect(citeAsText(cited)).toBe('Ada Lovelace (2026). Contributions to “Models & Data”: 3 accepted contributions. Catalog revision 12, 2026-11-25. https://catalog.example/people/a'))

describe('BibTeX', () => {
  it('has what is cited', () =>
    expect(citeAsBibtex(cited)).toBe(`@misc{ada-lovelace-r12,
  author = {Ada Lovelace},
  title = {Contributions to {Models \\& Data}},
  year = {2026},
  note = {Catalog revision 12 of 2026-11-25, 3 accepted contributions},
  url = {https://catalog.example/people/a},
}`))

  it.each([
    ['Zoë Müller-O’Brien', '{Zoë Müller-O’Brien}', 'zoe-muller-o-brien'],
    ['李明', '{李明}', 'contributor'],
    ['contributor 1a2b', '{{contributor 1a2b}}', 'contributor-1a2b'],
    ['Ada and Bob', '{{Ada and Bob}}', 'ada-and-bob'],
    ['Lovelace, Ada', '{{Lovelace, Ada}}', 'lovelace-ada'],
    ['{x}\\$&#_%^~', '{{\\{x\\}\\textbackslash{}\\$\\&\\#\\_\\%\\textasciicircum{}\\textasciitilde{}}}', 'x'],
  ])('keeps the name %s whole', (name, author, key) => {
    const bibtex = citeAsBibtex({ ...cited, name })
    expect(bibtex).toContain(`author = ${author},`)
    expect(bibtex).toContain(`@misc{${key}-r12,`)
  })
})
