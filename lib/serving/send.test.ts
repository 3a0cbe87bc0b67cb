import { expect, it } from 'vitest'
import { isHeldBy } from './send'

const at = 'Mon, 06 May 2024 07:08:09 GMT'
const answer = { tag: '"t"', modified: Date.parse(at), status: 200, revision: 3 as number | null }
const asks = (headers: Record<string, string>, of: Partial<typeof answer> = {}) => isHeldBy({ headers }, { ...answer, ...of })

it('knows an answer by its tag', () => {
  for (const tag of ['"t"', 'W/"t"', '"s", "t"', '*']) expect(asks({ 'if-none-match': tag })).toBe(true)
  expect(asks({ 'if-none-match': '"s"', 'if-modified-since': at })).toBe(false)
})

it('takes nobody’s time for a revision: two may be of one second', () => {
  expect(asks({ 'if-modified-since': at })).toBe(false)
  expect(asks({ 'if-modified-since': at }, { revision: null })).toBe(true)
  expect(asks({ 'if-modified-since': 'Mon, 06 May 2024 07:08:08 GMT' }, { revision: null })).toBe(false)
  expect(asks({ 'if-modified-since': at }, { revision: null, status: 404 })).toBe(false)
})
