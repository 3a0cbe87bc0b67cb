import { parse } from '@citation-js/plugin-bibtex/lib/input/file.js'
import { parse as parseValue } from '@citation-js/plugin-bibtex/lib/input/value.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { naughtyStrings } from '@/scripts/testing/naughty-strings'
import { bibtexOf } from './bibtex'
import { cffOf } from './cff'
import { cslOf } from './csl'
import { risOf } from './ris'
import type { Work } from './work'

const work: Work = {
  ...{ key: 'uni', type: 'article', title: 'A {50%} & more_of $x', authors: [], year: 2024, container: null },
  ...{ doi: '10.1000/a_b', arxiv: '2401.02458', url: 'https://a.org/x_y?z=%20{1}', note: 'Listed' },
}
const survey: Work = { ...work, key: 's24', title: 'A Survey', container: 'A Journal', authors: [{ family: 'Zhang', given: 'Yunkun' }, { literal: 'The {Group}, and others' }, { family: 'Plato', given: '' }, { family: 'Sand and Sons', given: 'X, Y' }] }
const bare: Work = { ...work, authors: [], year: null, container: null, doi: null, arxiv: null, url: null, note: null }

/** What a BibTeX parser reads back of a field's text. */
const shown = (value: string, field: string) => String(parseValue(value, field)).replace(/<\/?span[^>]*>/g, '')

describe('BibTeX', () => {
  it('is written field by field', () => {
    expect(bibtexOf(work)).toBe(
      [
        '@misc{uni,',
        '  title = {{A \\{50\\%\\} \\& more\\_of \\$x}},',
        '  year = {2024},',
        '  doi = {10.1000/a_b},',
        '  eprint = {2401.02458},',
        '  archiveprefix = {arXiv},',
        '  url = {https://a.org/x_y?z=\\%20\\%7B1\\%7D},',
        '  note = {Listed}',
        '}\n',
      ].join('\n'),
    )
    expect(bibtexOf(survey)).toContain('@article{s24,\n  title = {{A Survey}},\n  author = {Zhang, Yunkun and {The \\{Group\\}, and others} and Plato and {Sand and Sons}, {X, Y}},')
    expect(bibtexOf(bare)).toBe('@misc{uni,\n  title = {{A \\{50\\%\\} \\& more\\_of \\$x}}\n}\n')
  })

  it('is read back by a parser, whatever the title says', () => {
    const says = (title: string) => {
      const [entry] = parse(bibtexOf({ ...work, title }))
      expect(entry?.label).toBe('uni')
      return shown(String(entry?.properties.title), 'title')
    }
    expect(says('A {50%} & more_of $x ^~ # <b> \\textbf')).toBe('A {50%} & more_of $x ^~ # <b> \\textbf')
    for (const text of naughtyStrings.filter((one) => /\p{L}/u.test(one))) expect(() => says(text)).not.toThrow()
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'ab Zé\\{}$&#_%^~<>"@,=') }).filter((text) => text.trim() !== ''), (text) => {
      expect(says(text)).toBe(text.replace(/\s+/g, ' ').trim())
    }))
  })
})

describe('RIS', () => {
  it('is written line by line, and no value begins another', () => {
    expect(risOf({ ...survey, title: 'A\r\nER  - x', note: null })).toBe(
      [
        'TY  - JOUR', 'ID  - s24', 'TI  - A ER - x', 'AU  - Zhang, Yunkun', 'AU  - The {Group}, and others', 'AU  - Plato', 'AU  - Sand and Sons, X, Y',
        'PY  - 2024', 'T2  - A Journal', 'DO  - 10.1000/a_b', 'AN  - arXiv:2401.02458', 'UR  - https://a.org/x_y?z=%20{1}', 'ER  - ', '',
      ].join('\r\n'),
    )
    expect(risOf(bare)).toBe('TY  - JOUR\r\nID  - uni\r\nTI  - A {50%} & more_of $x\r\nER  - \r\n')
  })
})

describe('CSL-JSON', () => {
  it('has what is known, and nothing else', () => {
    expect(cslOf(survey)).toEqual({
      ...{ id: 's24', type: 'article', title: 'A Survey', author: survey.authors, issued: { 'date-parts': [[2024]] }, 'container-title': 'A Journal' },
      ...{ DOI: '10.1000/a_b', archive: 'arXiv', number: 'arXiv:2401.02458', URL: work.url, note: 'Listed' },
    })
    expect(cslOf(bare)).toEqual({ id: 'uni', type: 'article', title: work.title })
  })
})

describe('CITATION.cff', () => {
  const list = { title: 'A “list”: of \\ things', abstract: 'All', revision: 7, at: new Date('2024-05-06T07:08:09Z'), url: 'https://catalog.example/' }

  it('prefers the survey', () => {
    const text = cffOf(list, survey)
    expect(text).toContain('title: "A “list”: of \\\\ things"\n')
    expect(text).toContain('authors:\n  - family-names: "Zhang"\n    given-names: "Yunkun"\n  - name: "The {Group}, and others"\n  - family-names: "Plato"\n')
    expect(text).toContain('version: "catalog revision 7"\ndate-released: "2024-05-06"\n')
    expect(text).toContain('preferred-citation:\n  type: article\n  title: "A Survey"\n  authors:\n    - family-names: "Zhang"\n')
    expect(text).toContain('  year: 2024\n  journal: "A Journal"\n  doi: "10.1000/a_b"\n')
  })

  it('leaves out a DOI that its schema does not take', () => {
    expect(cffOf(list, { ...survey, doi: '10.1002/(SICI)1097<1::AID>3.0' })).not.toContain('doi:')
  })

  it('is by its contributors where the list names no survey', () => {
    const text = cffOf(list, null)
    expect(text).toContain('authors:\n  - name: "The contributors to A “list”: of \\\\ things"\n')
    expect(text).not.toContain('preferred')
    // Its schema asks for an author wherever it asks for any.
    expect(cffOf(list, { ...bare, type: 'article' })).toMatch(/preferred-citation:\n {2}type: article\n {2}title: .*\n {2}authors:\n {4}- name: "The contributors to A “list”: of \\\\ things"\n$/)
  })
})
