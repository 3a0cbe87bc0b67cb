import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { picturesMarkdown } from '@/components/plain/pictures'
import type { Matrix, SizeAt, YearCounts } from '@/lib/pictures/counts'
import { Numbers } from './numbers'
import { matrixTable, sizeTable, yearTable, type NumbersTable } from './tables'

const years: YearCounts[] = [
  { kind: 'model', years: [{ year: 2021, entries: 3 }, { year: 2023, entries: 5 }], unknown: 2 },
  { kind: 'dataset', years: [{ year: 2023, entries: 7 }], unknown: 0 },
]
const matrix: Matrix = {
  subfields: [{ key: 'radiology', label: 'Radiology', entries: 5 }, { key: 'pathology', label: 'Path|ology', entries: 1 }],
  bases: [{ key: 'clip', label: 'CLIP & co', entries: 4 }, { key: 'vit', label: '*ViT*', entries: 1 }],
  cells: [{ subfield: 'radiology', base: 'clip', entries: 4 }, { subfield: 'pathology', base: 'vit', entries: 1 }],
  ...{ moreSubfields: 0, moreBases: 0 },
}
const sizes: SizeAt[] = [
  { revision: 1, at: new Date('2024-05-06T07:08:09Z'), entries: { model: 3, dataset: 4, table: 0 } },
  { revision: 3, at: new Date('2024-06-07T07:08:09Z'), entries: { model: 5, dataset: 4, table: 0 } },
]

/** The texts of a table's rows, and where they lead, as a page shows them. */
function shown(table: NumbersTable): string[][] {
  const cells = (row: string) => [...row.matchAll(/<t[hd](?: [^>]*)?>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replace(/<\/?span>/g, '').replace(/<a href='([^']*)' class='link'>(.*?)<\/a>/, '$2 → $1').replaceAll('&amp;', '&'))
  return renderToStaticMarkup(<Numbers {...table} />).split('</tr>').slice(0, -1).map(cells)
}

it('tells what the pictures draw, each number leading to what it counts', () => {
  expect(shown(yearTable(years))).toEqual([
    ['Year', 'Models', 'Datasets'],
    ['2023', '5 → /search?kind=model&year=2023', '7 → /search?kind=dataset&year=2023'],
    ['2021', '3 → /search?kind=model&year=2021', '0'],
    ['Not told', '2', '0'],
  ])
  expect(shown(matrixTable(matrix))).toEqual([
    ['Base model', 'All', 'Radiology', 'Path|ology'],
    ['CLIP & co', '4', '4 → /search?subfield=radiology&base=clip', ''],
    ['*ViT*', '1', '', '1 → /search?subfield=pathology&base=vit'],
  ])
  expect(shown(sizeTable(sizes))).toEqual([
    ['Revision', 'Day', 'Models', 'Datasets'],
    ['3 → /log?before=4', '2024-06-07', '5', '4'],
    ['1 → /log?before=2', '2024-05-06', '3', '4'],
  ])
})

it('tells the same in markdown', () => {
  const about = { origin: 'https://catalog.example', list: 'The list', revision: 3, at: new Date('2024-06-07T07:08:09Z') }
  const text = picturesMarkdown({ years: [...years, { kind: 'table', years: [], unknown: 1 }], matrix, sections: [], sizes }, about)
  const rowsUnder = (heading: string) => text.split(`## ${heading}\n\n`)[1]?.split('\n\n')[0]?.trim().split('\n')
  expect(rowsUnder('Year by year')).toEqual(['| Year | Models | Datasets |', '| --- | --- | --- |', '| 2023 | 5 | 7 |', '| 2021 | 3 | 0 |', '| Not told | 2 | 0 |'])
  expect(rowsUnder('Subfields and what they build on')).toEqual(['| Base model | All | Radiology | Path\\|ology |', '| --- | --- | --- | --- |', '| CLIP & co | 4 | 4 |  |', '| \\*ViT\\* | 1 |  | 1 |'])
  expect(rowsUnder('Growth')).toEqual(['| Revision | Day | Models | Datasets |', '| --- | --- | --- | --- |', '| 3 | 2024-06-07 | 5 | 4 |', '| 1 | 2024-05-06 | 3 | 4 |'])
  expect(picturesMarkdown({ years: [], matrix: { ...matrix, bases: [], cells: [] }, sections: [], sizes: [] }, about)).not.toContain('|')
})
