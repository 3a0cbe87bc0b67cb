import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Related } from '@/lib/catalog/related'
import { UsedBy } from './related-entries'

const usedBy = [{ kind: 'model' as const, slug: 'uni', name: 'UNI' }]
const said = (related: Partial<Related>) => renderToStaticMarkup(<UsedBy kind="dataset" slugKey="mimiccxr" related={{ usedBy, usedByCount: 1, shared: [], sameWork: [], ...related }} />)

it('calls those it names some of many, as nothing says that they are the latest', () => {
  expect(said({})).toContain('1 model of the catalog was pre-trained on it.')
  expect(said({ usedByCount: 61 })).toContain('61 models of the catalog were pre-trained on it; some of them are:')
})
