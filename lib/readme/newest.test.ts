import { describe, expect, it } from 'vitest'
import { newestOf } from './newest'

const rows = (...ids: string[]) => ids.map((id) => `| A | [x](https://arxiv.org/abs/${id}) |`)

describe('where new rows go', () => {
  it.each([
    ['first where ids fall', rows('2402.13963', '2311.05112', '2309.00001'), 'first'],
    ['last where ids rise', rows('2309.00001', '2311.05112', '2402.13963'), 'last'],
    ['last where two more rise than fall', rows('2301.00001', '2309.00001', '2311.05112', '2310.00001', '2402.13963'), 'last'],
    ['first where only one does', rows('2308.00001', '2309.00001'), 'first'],
    ['first where they balance', rows('2309.00001', '2311.05112', '2309.00001'), 'first'],
    ['first where all are one', rows('2309.00001', '2309.00001'), 'first'],
    ['first with one id', ['| A | - |', ...rows('2309.00001')], 'first'],
    ['first without ids', ['| A | [x](https://doi.org/10.1/2309.00001) |'], 'first'],
    ['first in an empty table', [], 'first'],
    ['told from PDF addresses too', ['https://arxiv.org/pdf/2301.00001', 'https://arxiv.org/pdf/2309.00001v1', 'https://arxiv.org/pdf/2402.13963'], 'last'],
  ])('%s', (_, texts, end) => expect(newestOf(texts)).toBe(end))
})
