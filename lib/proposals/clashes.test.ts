import { expect, it } from 'vitest'
import { parse } from '@/lib/readme/parse'
import { tellClashes } from './clashes'

const base = parse('# List\n\n## Sets\n\n| Dataset | Description | Link |\n| --- | --- | --- |\n| A | - | [Site](https://a.example) |\n')

it('tells the values of a field, lines of the text without their ends, and a table by its heading', () => {
  const link = (url: string) => [{ label: 'Site', url }]
  const clash = { section: 'sets', entry: 'a', field: 'links', what: 'Both changed it.', base: link('https://a.example'), ours: link('https://b.example'), theirs: [] }
  expect(tellClashes(base, [clash])).toMatchObject([
    { section: 'Sets', entry: 'A', field: 'Links', base: [{ text: 'Site', url: 'https://a.example' }], ours: [{ text: 'Site', url: 'https://b.example' }], theirs: [] },
  ])
  const text = { section: '', entry: null, field: null, what: 'Both changed it.', base: ['A line.\r\n', { section: 'sets' }], ours: ['A line.'], theirs: 'All of it' }
  expect(tellClashes(base, [text])).toMatchObject([
    { section: null, entry: null, base: [{ text: 'A line.' }, { text: 'The table “Sets”' }], ours: [{ text: 'A line.' }], theirs: [{ text: 'All of it' }] },
  ])
})
