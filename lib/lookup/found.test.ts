import { describe, expect, it } from 'vitest'
import { cleanLine, cleanUrl, cleanYear } from './clean'
import { found, fromIdentifier, headOf, paperLink, placeLink, repositoryIn, repositoryLink, sayPublished } from './found'

describe('what a register writes', () => {
  it.each([
    ['  A\n  title ', 'A title'],
    ['<i>In vivo</i> H<sub>2</sub>O &amp; more', 'In vivo H2O & more'],
    ['<jats:italic>x</jats:italic> a < b > c', 'x a < b > c'],
    ['&#233;t&#xe9; &quot;&nbsp;&lt;x&gt; &foo; &constructor; &#0; &#9999999;', 'été " <x> &foo; &constructor; &#0; &#9999999;'],
    ['x'.repeat(301), null],
    ['a\u202eb', null],
    ['<i></i>', null],
    [null, null],
    [undefined, null],
  ])('%j is the line %j', (text, line) => expect(cleanLine(text)).toBe(line))

  it.each([
    [' https://a.org/x y', null],
    ['https://a.org/"x"', 'https://a.org/%22x%22'],
    ['javascript:alert(1)', null],
    [`https://a.org/${'x'.repeat(2000)}`, null],
    ['', null],
    [null, null],
  ])('%j is the address %j', (text, url) => expect(cleanUrl(text)).toBe(url))

  it.each([
    [2024, 2024],
    ['2024-02-15T17:59:59Z', 2024],
    ['Spring 1999', 1999],
    ['in press', null],
    ['12024', null],
    [null, null],
  ])('%j is the year %j', (date, year) => expect(cleanYear(date)).toBe(year))
})

describe('what was found', () => {
  it('says null for what was not, and names each next thing once', () => {
    const next = [{ scheme: 'doi', id: '10.1/a' }, { scheme: 'github', id: 'A/b' }, { scheme: 'github', id: 'a/B' }] as const
    expect(found('Crossref', null, { title: 'T', next: [...next] })).toEqual({
      service: 'Crossref', page: null, title: 'T', name: null, paper: null, place: null, year: null, published: null,
      next: [{ scheme: 'doi', id: '10.1/a' }, { scheme: 'github', id: 'a/B' }],
    })
  })

  it('labels addresses as the catalog does, or by where a work appeared', () => {
    expect(paperLink('https://arxiv.org/abs/2402.10373', 'elsewhere')).toEqual({ label: 'arXiv', url: 'https://arxiv.org/abs/2402.10373' })
    expect(paperLink('https://doi.org/10.1148/x', 'Radiology')).toEqual({ label: 'Radiology', url: 'https://doi.org/10.1148/x' })
    expect(paperLink('https://doi.org/10.1148/x')).toEqual({ label: '', url: 'https://doi.org/10.1148/x' })
    expect(paperLink(null)).toBeNull()
    expect(placeLink('https://physionet.org/content/x')).toEqual({ label: 'PhysioNet', url: 'https://physionet.org/content/x' })
    expect(placeLink('x')).toBeNull()
  })

  it('finds the repository that a text links to', () => {
    expect(repositoryIn('Code: (https://github.com/a/b).')).toEqual({ scheme: 'github', id: 'a/b' })
    expect(repositoryIn('at github.com/topics and www.huggingface.co/a/b-7b, soon')).toEqual({ scheme: 'huggingface', id: 'a/b-7b' })
    expect(repositoryIn('soon')).toBeNull()
    expect(repositoryIn(undefined)).toBeNull()
    expect(repositoryLink({ scheme: 'github', id: 'a/b' })).toEqual({ label: 'Github', url: 'https://github.com/a/b' })
    expect(repositoryLink(null)).toBeNull()
  })

  it.each([
    ['BioMistral: A Collection of Models', 'BioMistral'],
    ['Me LLaMA 2: models', 'Me LLaMA 2'],
    ['Do large language models know: a study', null],
    ['A: study', null],
    ['No head here', null],
    [null, null],
  ])('%j is about %j', (title, head) => expect(headOf(title)).toBe(head))

  it('says where a preprint was published', () => {
    const by = { scheme: 'doi', id: '10.1/a' } as const
    expect(sayPublished({ where: 'Nature', by })).toBe('It has been published since in Nature (DOI 10.1/a)')
    expect(sayPublished({ where: null, by })).toBe('It has been published since (DOI 10.1/a)')
    expect(sayPublished({ where: 'Nature', by: null })).toBe('It has been published since in Nature')
  })

  it('is an address where nobody is asked', () => {
    expect(fromIdentifier({ scheme: 'arxiv', id: '2402.10373' })).toMatchObject({ title: null, paper: { label: 'arXiv', url: 'https://arxiv.org/abs/2402.10373' }, place: null })
    expect(fromIdentifier({ scheme: 'github', id: 'a/b' })).toMatchObject({ paper: null, place: { label: 'Github' } })
    expect(fromIdentifier({ scheme: 'huggingface', id: 'a/b' })).toMatchObject({ paper: null, place: { label: 'Huggingface' } })
  })
})
