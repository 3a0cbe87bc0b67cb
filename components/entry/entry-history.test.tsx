import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { EntryHistory as Revision } from '@/lib/catalog/entry-history'
import { EntryHistory } from './entry-history'

const told = (revision: number): Revision => ({
  ...{ number: 1, did: 'listed', steps: [], moved: null, revision, at: new Date(0), title: 'T', rationale: '', reason: '' },
  ...{ proposal: null, proposer: null, decider: null, proposerId: null, deciderId: null },
})

it('gives no two records of a page one address', () => {
  const page = renderToStaticMarkup(<><EntryHistory history={[told(1)]} /><EntryHistory history={[told(2), told(1)]} beside={[told(1)]} /></>)
  expect([...page.matchAll(/ id="(\w+)"/g)].map(([, id]) => id)).toEqual(['r1', 'r2'])
  expect(page.match(/<article/g)).toHaveLength(3)
})
