import { expect, it } from 'vitest'
import { formChangeSchema } from '@/lib/proposals/change'
import { editable } from './editable'

const fields = { name: 'Guarded', papers: [], description: 'A set.', links: [] }
const change = formChangeSchema.parse({ op: 'add', section: 'text', entry: { kind: 'dataset', fields } })

it('takes a proposal of one change into the form, and none of several', () => {
  expect(editable([change])).toBe(change)
  expect(editable([change, change])).toBeNull()
  expect(editable([])).toBeNull()
})
