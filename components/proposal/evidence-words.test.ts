import { expect, it } from 'vitest'
import { evidenceByField } from './evidence-words'

const said = (field: string, service = 'arXiv') => ({ field, value: 'x', service, page: null, at: '2026-11-25T12:00:00.000Z' })

it('tells evidence by fields, and what a service says of several parts together', () => {
  const all = ['paper.label', 'paper.url', 'code.label', 'name', 'papers.1', 'links.0', 'more.Paper v.2', 'other'].map((field) => said(field))
  const told = evidenceByField([...all, said('paper.url', 'Crossref')])
  expect([...told].map(([label, borne]) => [label, borne.map(({ service, what }) => `${service}: ${what}`)])).toEqual([
    ['Paper', ['arXiv: Title and address', 'Crossref: Address']],
    ['Code', ['arXiv: Label']],
    ['Name', ['arXiv: ']],
    ['Papers', ['arXiv: Paper 2']],
    ['Links', ['arXiv: Link 1']],
    ['Paper v.2', ['arXiv: ']],
    ['other', ['arXiv: ']],
  ])
  expect(told.get('Paper')?.[0]?.day).toBe('2026-11-25')
})
