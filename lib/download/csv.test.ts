import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { naughtyStrings } from '@/scripts/testing/naughty-strings'
import { csvLines, unguard } from './csv'

const readBack = (text: string) => (Papa.parse<string[]>(text.replace(/\r\n$/, ''), { delimiter: ',', newline: '\r\n' }).data).map((row) => row.map(unguard))

describe('CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1", '=HYPERLINK("http://a","b")', '-', "'"])('lets no spreadsheet run %j', (value) => {
    const [[cell]] = Papa.parse<string[]>(csvLines([[value]]).replace(/\r\n$/, ''), { delimiter: ',', newline: '\r\n' }).data as [[string]]
    expect(cell).toBe(`'${value}`)
  })

  it('is read back equal by a CSV reader, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...naughtyStrings)), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const even = rows.map((row) => row.slice(0, 2))
        expect(readBack(csvLines(even))).toEqual(even)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is nothing where there is nothing', () => expect(csvLines([])).toBe(''))
})
