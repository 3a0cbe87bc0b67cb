import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { addressOf, isBibtex, keyOf, recognise, sayIdentifier, type Identifier } from './identifier'

describe('an identifier', () => {
  it.each([
    ['2402.10373', 'arxiv', '2402.10373'],
    [' arXiv:2402.10373v3 ', 'arxiv', '2402.10373'],
    ['<https://arxiv.org/abs/2402.10373>', 'arxiv', '2402.10373'],
    ['arxiv.org/pdf/2402.10373v1.pdf', 'arxiv', '2402.10373'],
    ['https://www.arxiv.org/html/2402.10373v2/', 'arxiv', '2402.10373'],
    ['http://export.arxiv.org/abs/math.GT/0309136', 'arxiv', 'math.GT/0309136'],
    ['hep-th/9901001', 'arxiv', 'hep-th/9901001'],
    ['10.48550/arXiv.2402.10373', 'arxiv', '2402.10373'],
    ['https://doi.org/10.48550/ARXIV.2402.10373', 'arxiv', '2402.10373'],
    ['https://huggingface.co/papers/2402.10373', 'arxiv', '2402.10373'],
    ['10.1038/S41586-023-06555-X', 'doi', '10.1038/s41586-023-06555-x'],
    ['doi:10.1000/a(b)c;2-#', 'doi', '10.1000/a(b)c;2-#'],
    ['DOI: 10.1000/182.', 'doi', '10.1000/182'],
    ['https://dx.doi.org/10.1000%2F182', 'doi', '10.1000/182'],
    ['https://www.nature.com/articles/s41586-023-06555-x#data-availability', 'doi', '10.1038/s41586-023-06555-x'],
    ['https://www.science.org/doi/full/10.1126/sciadv.abc', 'doi', '10.1126/sciadv.abc'],
    ['https://www.medrxiv.org/content/10.1101/2024.01.14.575543v1.full', 'doi', '10.1101/2024.01.14.575543'],
    ['30035154', 'pubmed', '30035154'],
    ['PMID: 30035154', 'pubmed', '30035154'],
    ['https://pubmed.ncbi.nlm.nih.gov/30035154/?from=x', 'pubmed', '30035154'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/30035154', 'pubmed', '30035154'],
    ['pmc6345440', 'pmc', 'PMC6345440'],
    ['PMCID:PMC6345440', 'pmc', 'PMC6345440'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6345440/', 'pmc', 'PMC6345440'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/pmc6345440/pdf/a.pdf', 'pmc', 'PMC6345440'],
    ['https://github.com/BIDS-Xu-Lab/Me-LLaMA', 'github', 'BIDS-Xu-Lab/Me-LLaMA'],
    ['git@x github.com/a/b', null, ''],
    ['github.com/a/b.c.git', 'github', 'a/b.c'],
    ['https://github.com/a/b/tree/main?tab=readme#top', 'github', 'a/b'],
    ['https://huggingface.co/epfl-llm/meditron-7b/tree/main', 'huggingface', 'epfl-llm/meditron-7b'],
    ['https://huggingface.co/bert-base-uncased', 'huggingface', 'bert-base-uncased'],
    ['https://huggingface.co/bert-base-uncased/blob/main/README.md', 'huggingface', 'bert-base-uncased'],
    ['https://huggingface.co/datasets/bigbio/pubmed_qa/viewer', 'huggingface', 'datasets/bigbio/pubmed_qa'],
    ['https://huggingface.co/datasets/squad', 'huggingface', 'datasets/squad'],
  ])('%s is %s %s', (text, scheme, id) => expect(recognise(text)).toEqual(scheme === null ? null : { scheme, id }))

  it.each([
    '', ' ', 'a paper', '2402', '123456789', 'PMC', 'doi:2402.10373', 'arxiv:10.1000/182', 'pmid:PMX1', 'x:1', 'https://arxiv.org/', 'https://arxiv.org/abs/what',
    'https://github.com/only', 'https://github.com/../..', 'https://github.com/./x', 'https://huggingface.co/', 'https://huggingface.co/spaces/a/b', 'https://huggingface.co/papers/x',
    'https://pubmed.ncbi.nlm.nih.gov/?term=x', 'https://www.ncbi.nlm.nih.gov/gene/1', 'https://pmc.ncbi.nlm.nih.gov/', 'https://gitlab.com/a/b', 'https://example.org/paper',
    'ftp://arxiv.org/abs/2402.10373', 'https://user:secret@arxiv.org/abs/2402.10373', 'https://arxiv.org/abs/2402.10373 and more', 'https://arxiv.org.evil.example/abs/2402.10373',
    `10.1000/${'x'.repeat(500)}`,
  ])('%j is none', (text) => expect(recognise(text)).toBeNull())

  it('is the same after its own address', () => {
    const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${min - 1},${max - 1}}$`))
    const name = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,20}$/)
    const identifiers: fc.Arbitrary<Identifier> = fc.oneof(
      fc.record({ scheme: fc.constant('arxiv' as const), id: fc.stringMatching(/^\d{4}\.\d{4,5}$/) }),
      fc.record({ scheme: fc.constant('doi' as const), id: fc.stringMatching(/^10\.(1\d{3,6})\/[a-z0-9]([a-z0-9.-]{0,20}[a-z0-9])?$/) }).filter(({ id }) => !/v\d+$|[./](abstract|epdf|full|pdf|html|meta)$|full-text/.test(id)),
      fc.record({ scheme: fc.constant('pubmed' as const), id: digits(1, 8) }),
      fc.record({ scheme: fc.constant('pmc' as const), id: digits(1, 9).map((number) => `PMC${number}`) }),
      fc.record({ scheme: fc.constant('github' as const), id: fc.tuple(name, name).map((names) => names.join('/')) }),
    )
    fc.assert(
      fc.property(identifiers, (identifier) => {
        expect(recognise(addressOf(identifier))).toEqual(identifier)
      }),
      { numRuns: inject('cases') / 10 },
    )
  })

  it('is read out of anything without failing', () =>
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl()), (text) => void recognise(text)), { numRuns: inject('cases') / 10 }))

  it('has one key for all its spellings, an address and words', () => {
    expect(keyOf({ scheme: 'github', id: 'A/B' })).toBe('github:a/b')
    expect(addressOf({ scheme: 'doi', id: '10.1038/s41586-023-06555-x' })).toBe('https://www.nature.com/articles/s41586-023-06555-x')
    expect(addressOf({ scheme: 'doi', id: '10.1000/182' })).toBe('https://doi.org/10.1000/182')
    expect(addressOf({ scheme: 'huggingface', id: 'datasets/a/b' })).toBe('https://huggingface.co/datasets/a/b')
    expect(sayIdentifier({ scheme: 'doi', id: '10.1000/182' })).toBe('DOI 10.1000/182')
    expect(sayIdentifier({ scheme: 'pmc', id: 'PMC1' })).toBe('PMC1')
  })
})

it.each([
  ['@article{a, title={A}}', true],
  ['% from the publisher\n  @Misc (a, title="A")', true],
  ['a@b.example', false],
  ['@someone said', false],
  ['2402.10373', false],
])('%j is BibTeX: %s', (text, is) => expect(isBibtex(text)).toBe(is))
