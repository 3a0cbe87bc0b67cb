import { describe, expect, it } from 'vitest'
import { reachOf } from './reach'
import { hosts, servicesOf } from './services'

describe('the services', () => {
  it.each([
    ['arxiv', 'math.GT/0309136', 'export.arxiv.org/api/query?id_list=math.GT%2F0309136&max_results=1'],
    ['doi', '10.1000/a#b?c', 'api.crossref.org/works/10.1000%2Fa%23b%3Fc'],
    ['pubmed', '1', 'eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pubmed&id=1&retmode=json&tool=catalog-portal'],
    ['pmc', 'PMC1', 'eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pmc&id=1&retmode=json&tool=catalog-portal'],
    ['github', 'a/b', 'api.github.com/repos/a/b'],
    ['huggingface', 'a/b', 'huggingface.co/api/models/a/b'],
    ['huggingface', 'datasets/a/b', 'huggingface.co/api/datasets/a/b'],
  ] as const)('are asked about %s %s at %s', (scheme, id, address) => {
    const [service] = servicesOf[scheme]
    expect(service.host + service.path(id)).toBe(address)
  })

  it('are of the named hosts alone, and DOIs are asked about at two', () => {
    expect(Object.values(servicesOf).flatMap((services) => services.map(({ host }) => host)).every((host) => hosts.includes(host))).toBe(true)
    const [, datacite] = servicesOf.doi
    expect(datacite && datacite.host + datacite.path('10.1/a')).toBe('api.datacite.org/dois/10.1%2Fa')
  })
})

it('the portal says who asks where it has an address, and asks nobody where that is turned off', () => {
  const settings = { publicOrigin: 'https://catalog.example' }
  expect(reachOf(settings)).toEqual({ agent: 'catalog-portal/0.1 (+https://catalog.example)', origin: null, timeout: 8000 })
  expect(reachOf({ publicOrigin: 'http://localhost:3000', lookupOrigin: 'http://127.0.0.1:1' })).toMatchObject({ agent: 'catalog-portal/0.1', origin: 'http://127.0.0.1:1' })
  expect(reachOf({ ...settings, lookups: 'off' })).toBeNull()
})
