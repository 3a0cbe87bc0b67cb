import { describe, expect, it } from 'vitest'
import { identitiesOf, identitiesOfParts, identityOfUrl, sayIdentity } from './identity'

describe('the identity of an address', () => {
  it.each([
    ['https://arxiv.org/abs/2402.13963', 'arxiv:2402.13963'],
    ['http://www.arxiv.org/pdf/2402.13963v2.pdf', 'arxiv:2402.13963'],
    ['https://arxiv.org/html/2402.13963v1#S3', 'arxiv:2402.13963'],
    ['https://arxiv.org/abs/cs.CL/0101001', 'arxiv:cs.cl/0101001'],
    ['https://doi.org/10.1093/JAMIA/ocae045', 'doi:10.1093/jamia/ocae045'],
    ['https://dl.acm.org/doi/pdf/10.1145/3458754?download=true', 'doi:10.1145/3458754'],
    ['https://doi.org/10.1016/j.a.2024.01.).', 'doi:10.1016/j.a.2024.01'],
    ['https://www.biorxiv.org/content/10.1101/2024.01.14.575543v1.abstract', 'doi:10.1101/2024.01.14.575543'],
    ['https://www.biorxiv.org/content/10.1101/2024.01.14.575543v3.full.pdf', 'doi:10.1101/2024.01.14.575543'],
    ['https://www.medrxiv.org/content/10.1101/2023.09.22.23295960v1.full-text', 'doi:10.1101/2023.09.22.23295960'],
    ['https://www.biorxiv.org/content/10.1101/2024.01.14.575543v1.full.pdf+html', 'doi:10.1101/2024.01.14.575543'],
    ['https://www.frontiersin.org/articles/10.3389/fonc.2022.773840/full', 'doi:10.3389/fonc.2022.773840'],
    ['https://www.frontiersin.org/articles/10.3389/fonc.2022.773840/full/', 'doi:10.3389/fonc.2022.773840'],
    ['https://www.nature.com/articles/s41586-023-06291-2', 'doi:10.1038/s41586-023-06291-2'],
    ['https://www.nature.com/articles/s41586-023-06291-2.pdf', 'doi:10.1038/s41586-023-06291-2'],
    ['https://www.nature.com/articles/sdata201635', 'doi:10.1038/sdata201635'],
    ['https://github.com/MagicLei/MMedLM.git', 'repo:github.com/magiclei/mmedlm'],
    ['https://www.github.com/magiclei/mmedlm/tree/main#readme', 'repo:github.com/magiclei/mmedlm'],
    ['https://huggingface.co/datasets/Henrychur/MMedC', 'repo:huggingface.co/datasets/henrychur/mmedc'],
    ['https://huggingface.co/Henrychur/MMedC', 'repo:huggingface.co/henrychur/mmedc'],
    ['http://www.Example.org/Data/#top', 'url:example.org/data'],
    ['https://example.org/data?id=1', 'url:example.org/data?id=1'],
    ['https://example.org/data/?casa_token=x:y&id=1&utm_source=mail', 'url:example.org/data/?id=1'],
    ['https://example.org/data/?trk=a&utm_source=b#top', 'url:example.org/data'],
    ['https://example.org/data?spm=a.b&id=1&ref_src=c', 'url:example.org/data?id=1'],
    ['https://example.org/data?xtrk=a', 'url:example.org/data?xtrk=a'],
    ['https://login.example.org/?url=https%3A%2F%2Farxiv.org%2Fabs%2F2402.13963', 'arxiv:2402.13963'],
    ['https://example.org/100%', 'url:example.org/100%'],
    ['https://example.org/a%00b%1F%C2%85c', 'url:example.org/abc'],
  ])('%s', (url, identity) => expect(identityOfUrl(url)).toBe(identity))
})

it('is told of a long address as fast as of any', () => {
  const began = performance.now()
  for (const run of ['.', ')', '/']) for (const begins of ['https://a.org/', 'https://a.org/10.1234/']) expect(identityOfUrl(`${begins}${run.repeat(30_000)}a`)).toContain(run.repeat(30_000))
  expect(performance.now() - began).toBeLessThan(500)
})

describe('the identities of an entry', () => {
  it('are its addresses and its name, each once', () =>
    expect(
      identitiesOf({
        kind: 'dataset',
        fields: {
          name: 'MMedC',
          papers: [{ label: 'arXiv', url: 'https://arxiv.org/abs/2402.13963' }],
          links: [{ label: 'PDF', url: 'https://arxiv.org/pdf/2402.13963' }],
        },
        raw: {},
        more: {},
      }),
    ).toEqual(['dataset/arxiv:2402.13963', 'dataset/name:mmedc']))

  it('need no name', () => expect(identitiesOf({ kind: 'model', fields: {}, raw: { name: '!' }, more: {} })).toEqual(['model/name:!']))

  it('are as long as an index takes, and cut no character in two', () => {
    const lengths = (pad: string) =>
      identitiesOfParts('model', `${pad}${'𠀀'.repeat(400)}`, [`https://a.org/${pad}${'𠀀'.repeat(400)}`]).map((identity) => {
        expect(identity.isWellFormed()).toBe(true)
        return identity.length
      })
    expect(lengths('')).toEqual([600, 599])
    expect(lengths('x')).toEqual([599, 600])
  })

  it('leave out what is half-typed', () =>
    expect(identitiesOfParts('model', ' ', ['', 'https://', 'arxiv.org/abs/2402.13963', ' https://a.org '])).toEqual(['model/url:a.org']))
})

describe('an identity in words', () => {
  it.each([
    ['model/arxiv:2402.13963', 'same arXiv id 2402.13963'],
    ['model/doi:10.1/x', 'same DOI 10.1/x'],
    ['dataset/repo:github.com/a/b', 'same repository github.com/a/b'],
    ['model/url:a.org/x:y', 'same address a.org/x:y'],
    ['model/name:mmedlm', 'same name'],
  ])('%s', (identity, words) => expect(sayIdentity(identity)).toBe(words))
})
