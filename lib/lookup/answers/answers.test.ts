import { describe, expect, it } from 'vitest'
import { atomEntry, atomFeed, crossrefWork, dataciteRecord } from '@/scripts/testing/service-answers'
import type { Found } from '../found'
import type { Identifier } from '../identifier'
import { readJson, type Reading } from '../reading'
import { readArxiv } from './arxiv'
import { readCrossref } from './crossref'
import { readDatacite } from './datacite'
import { readGithub } from './github'
import { readHuggingface } from './huggingface'
import { readPubmed } from './pubmed'
import { z } from 'zod'

const foundIn = (reading: Reading): Found => {
  if (reading.kind !== 'found') throw new Error(reading.kind)
  return reading.found
}

describe('arXiv', () => {
  const asked: Identifier = { scheme: 'arxiv', id: '2402.10373' }
  const preprint = { id: '2402.10373', title: 'BioMistral: A\n  Collection &amp; more', published: '2024-02-15T23:39:04Z' }
  const read = (more: object) => foundIn(readArxiv(atomFeed(atomEntry({ ...preprint, ...more })), asked))

  it('gives a preprint', () => {
    expect(read({})).toEqual({
      ...{ service: 'arXiv', page: 'https://arxiv.org/abs/2402.10373', title: 'BioMistral: A Collection & more', name: 'BioMistral', year: 2024 },
      ...{ paper: { label: 'arXiv', url: 'https://arxiv.org/abs/2402.10373' }, place: null, published: null, next: [] },
    })
  })

  it('gives the repository that its remarks or its abstract name', () => {
    expect(read({ summary: 'Code at https://huggingface.co/a/b.' }).place?.url).toBe('https://huggingface.co/a/b')
    expect(read({ summary: 'See https://github.com/x/y', comment: 'https://github.com/a/b' }).place?.url).toBe('https://github.com/a/b')
  })

  it('tells where it was published, but by itself', () => {
    expect(read({ journal: 'ACL 2024', doi: '10.18653/v1/2024.x' })).toMatchObject({ published: { where: 'ACL 2024', by: { scheme: 'doi', id: '10.18653/v1/2024.x' } }, next: [{ id: '10.18653/v1/2024.x' }] })
    expect(read({ journal: 'ACL 2024' })).toMatchObject({ published: { where: 'ACL 2024', by: null }, next: [] })
    expect(read({ journal: 'arXiv preprint', doi: '10.48550/arXiv.2402.10373' })).toMatchObject({ published: null, next: [] })
  })

  it.each([
    ['a feed without entries', atomFeed(''), 'none'],
    ['an entry about an error', atomFeed('<entry><id>http://arxiv.org/api/errors#incorrect_id</id><title>Error</title></entry>'), 'none'],
    ['another preprint', atomFeed(atomEntry({ ...preprint, id: '2402.99999' })), 'none'],
    ['HTML', '<!doctype html><p>Sorry', 'broken'],
    ['half a feed', '<feed><entry>', 'broken'],
    ['another feed', '<rss/>', 'broken'],
    ['entries without an id', atomFeed('<entry><title>A</title></entry>'), 'broken'],
    ['entities of its own', '<!DOCTYPE feed [<!ENTITY a "b">]><feed><entry><id>&a;</id></entry></feed>', 'broken'],
    ['nothing', '', 'broken'],
  ])('%s is %s', (_, body, kind) => expect(readArxiv(body, asked).kind).toBe(kind))
})

describe('Crossref', () => {
  const asked: Identifier = { scheme: 'doi', id: '10.1000/182' }
  const read = (work: object, one = asked) => foundIn(readCrossref(JSON.stringify(crossrefWork(work)), one))

  it('gives an article at its publisher’s page where the list knows that', () => {
    const work = { title: ['Head &amp; <i>tail</i>'], subtitle: ['a study'], 'container-title': ['Sensors'], issued: { 'date-parts': [[2024, 1]] }, resource: { primary: { URL: 'http://www.mdpi.com/1424/1/2' } } }
    expect(read(work)).toMatchObject({ title: 'Head & tail: a study', paper: { label: 'MDPI', url: 'https://www.mdpi.com/1424/1/2' }, year: 2024, published: null, next: [] })
  })

  it('gives the DOI’s page else, labelled by the journal', () => {
    const elsewhere = { primary: { URL: 'https://linkinghub.elsevier.com/retrieve/pii/S1' } }
    expect(read({ title: ['T'], resource: elsewhere, 'short-container-title': ['Med Image Anal'], 'container-title': ['Medical Image Analysis'] }).paper).toEqual({ label: 'Med Image Anal', url: 'https://doi.org/10.1000/182' })
    expect(read({ resource: {} }).paper).toEqual({ label: '', url: 'https://doi.org/10.1000/182' })
    const nature: Identifier = { scheme: 'doi', id: '10.1038/s41586-023-06555-x' }
    expect(read({ resource: { primary: { URL: 'https://www.nature.com/articles/other' } } }, nature).paper).toEqual({ label: 'Nature', url: 'https://www.nature.com/articles/s41586-023-06555-x' })
  })

  it('joins a subtitle that the title does not have yet, where both fit', () => {
    expect(read({ title: ['Head: a Study'], subtitle: ['A study'] }).title).toBe('Head: a Study')
    expect(read({ title: ['x'.repeat(200)], subtitle: ['y'.repeat(200)] }).title).toBe('x'.repeat(200))
    expect(read({ issued: { 'date-parts': [[null]] } })).toMatchObject({ title: null, name: null, year: null })
    expect(read({ issued: { 'date-parts': [] } }).year).toBeNull()
  })

  it('gives data as a place', () => {
    expect(read({ type: 'dataset', title: ['Scans of heads'] })).toMatchObject({ name: 'Scans of heads', title: null, paper: null, place: { label: 'Official site', url: 'https://doi.org/10.1000/182' } })
  })

  it('tells what a preprint became', () => {
    const relation = (...of: object[]) => read({ relation: { 'is-preprint-of': of } })
    expect(relation({ 'id-type': 'pmid', id: '1' }, { id: 'https://doi.org/10.1000/Pub' })).toMatchObject({ published: { where: null, by: { id: '10.1000/pub' } } })
    expect(relation({ id: 'unknown' }).published).toBeNull()
  })

  it('takes nothing else', () => {
    expect(readCrossref('{"message":{"title":"T"}}', asked).kind).toBe('broken')
    expect(readCrossref('[', asked).kind).toBe('broken')
  })
})

describe('DataCite', () => {
  const asked: Identifier = { scheme: 'doi', id: '10.5281/zenodo.1' }
  const read = (attributes: object) => foundIn(readDatacite(JSON.stringify(dataciteRecord(asked.id, attributes)), asked))

  it('gives data as a place, under its main title', () => {
    const titles = [{ title: 'Also', titleType: 'AlternativeTitle' }, { title: 'Scans' }]
    expect(read({ titles, url: 'https://zenodo.org/records/1', types: { resourceTypeGeneral: 'Dataset' }, publicationYear: '2023' })).toMatchObject({
      ...{ name: 'Scans', title: null, paper: null, place: { label: 'Zenodo', url: 'https://zenodo.org/records/1' }, year: 2023 },
    })
    expect(read({ titles: [{ title: 'Also', titleType: 'Subtitle' }], types: { resourceTypeGeneral: 'Software' } })).toMatchObject({ name: 'Also', place: { url: 'https://doi.org/10.5281/zenodo.1' } })
  })

  it('gives anything else as a paper', () => {
    expect(read({ titles: [{ title: 'Text: a report' }], publisher: { name: 'Zenodo' }, types: {} })).toMatchObject({ title: 'Text: a report', name: 'Text', place: null, paper: { label: 'Zenodo', url: 'https://doi.org/10.5281/zenodo.1' } })
    expect(read({})).toMatchObject({ title: null, year: null, paper: { label: '' } })
  })

  it('tells what a preprint became, and no other version of a deposit', () => {
    const versions = [
      { relationType: 'IsVersionOf', relatedIdentifier: 'https://doi.org/10.1000/Pub', relatedIdentifierType: 'DOI' },
      { relationType: 'IsPartOf', relatedIdentifier: '10.1000/other', relatedIdentifierType: 'DOI' },
    ]
    expect(read({ types: { resourceTypeGeneral: 'Preprint' }, relatedIdentifiers: versions }).published).toEqual({ where: null, by: { scheme: 'doi', id: '10.1000/pub' } })
    expect(read({ types: { resourceTypeGeneral: 'Dataset' }, relatedIdentifiers: versions }).published).toBeNull()
    expect(read({ types: { resourceTypeGeneral: 'Text' }, relatedIdentifiers: [{ relationType: 'IsPreprintOf', relatedIdentifierType: 'DOI' }, { relatedIdentifierType: 'DOI' }] }).published).toBeNull()
  })

  it('takes nothing else', () => expect(readDatacite('{"data":[]}', asked).kind).toBe('broken'))
})

describe('PubMed and PMC', () => {
  const asked: Identifier = { scheme: 'pubmed', id: '1' }
  const read = (summary: object, one = asked) => readPubmed(JSON.stringify({ result: { uids: ['1'], 1: summary } }), one)

  it('give an article, at its DOI’s page where it has one', () => {
    const articleids = [{ idtype: 'pubmed', value: '1' }, { idtype: 'doi', value: '10.1148/X' }]
    expect(foundIn(read({ title: 'A title.', source: 'Radiology', pubdate: '2024 Mar 4', articleids }))).toMatchObject({
      ...{ service: 'PubMed', page: 'https://pubmed.ncbi.nlm.nih.gov/1/', title: 'A title', year: 2024, paper: { label: 'Radiology', url: 'https://doi.org/10.1148/x' } },
      next: [{ scheme: 'doi', id: '10.1148/x' }],
    })
    expect(foundIn(read({ title: 'What else...', articleids: [{ idtype: 'doi', value: 'none' }] }))).toMatchObject({ title: 'What else...', paper: { label: 'NIH', url: 'https://pubmed.ncbi.nlm.nih.gov/1/' }, next: [] })
    expect(foundIn(read({}, { scheme: 'pmc', id: 'PMC1' }))).toMatchObject({ service: 'PMC', title: null, paper: { label: 'PMC', url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC1/' } })
  })

  it('say in its place that they do not know it', () => {
    expect(read({ uid: '1', error: 'cannot get document summary' }).kind).toBe('none')
    expect(readPubmed('{"result":{"uids":[]}}', asked).kind).toBe('none')
    expect(readPubmed('{"header":{},"esummaryresult":["Invalid uid 0 at position=0"]}', asked).kind).toBe('none')
    expect(readPubmed('{"result":[]}', asked).kind).toBe('broken')
  })
})

describe('GitHub', () => {
  const read = (repository: object) => readGithub(JSON.stringify({ name: 'b', html_url: 'https://github.com/a/b', ...repository }))

  it('gives a repository, and the paper that it names', () => {
    expect(foundIn(read({ description: 'Models/data (arXiv:2402.10373), 30035154 of them.', homepage: 'https://github.com/a' }))).toMatchObject({
      ...{ service: 'GitHub', page: 'https://github.com/a/b', name: 'b', title: null, place: { label: 'Github', url: 'https://github.com/a/b' } },
      next: [{ scheme: 'arxiv', id: '2402.10373' }],
    })
    expect(foundIn(read({ description: null, homepage: 'https://github.com/x/y' })).next).toEqual([])
    expect(foundIn(read({})).next).toEqual([])
  })

  it('takes nothing else', () => expect(read({ html_url: 'https://evil.example/a/b' }).kind).toBe('broken'))
})

describe('Hugging Face', () => {
  const read = (id: string, repository: object) => readHuggingface(JSON.stringify(repository), { scheme: 'huggingface', id })

  it('gives a model or a data set, and the papers that it is tagged with', () => {
    expect(foundIn(read('A/b', { id: 'a/B', tags: ['en', 'arxiv:2402.10373', 'arxiv:x', 'doi:10.57967/hf/1'] }))).toMatchObject({
      ...{ name: 'B', place: { label: 'Huggingface', url: 'https://huggingface.co/a/B' } },
      next: [{ scheme: 'arxiv', id: '2402.10373' }, { scheme: 'doi', id: '10.57967/hf/1' }],
    })
    expect(foundIn(read('datasets/squad', { id: 'squad', cardData: { pretty_name: 'SQuAD' } }))).toMatchObject({ name: 'SQuAD', page: 'https://huggingface.co/datasets/squad', next: [] })
    expect(foundIn(read('a', { id: 'a', cardData: null })).name).toBe('a')
  })

  it('takes nothing else', () => expect(read('a/b', { id: '../x' }).kind).toBe('broken'))
})

it('an answer that is no JSON, or of another shape, is broken', () => {
  const read = (body: string) => readJson(z.object({ a: z.number() }), body, () => ({ kind: 'none' })).kind
  expect([read('{"a":1}'), read('{"a":"1"}'), read('<html>')]).toEqual(['none', 'broken', 'broken'])
})
