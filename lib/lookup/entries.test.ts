import { expect, it } from 'vitest'
import { readBibliography } from './entries'

const ada = { id: 'ada', name: 'Ada', role: 'contributor' } as const

it('reads each entry of a bibliography', () => {
  const read = readBibliography(ada, '@misc{a, title = {A}}\n@article{b, title = {Bee: of Bees}, doi = {10.1038/x}}')
  expect(read.ok && read.value.map(({ title, name }) => [title, name])).toEqual([['A', null], ['Bee: of Bees', 'Bee']])
})

it('refuses what cannot be read, what is too long, and whoever may not', () => {
  expect(readBibliography(ada, '@misc{a, title = {A')).toMatchObject({ code: 'invalid', fields: { text: expect.stringContaining('cannot be read') } })
  expect(readBibliography(ada, ' '.repeat(100_001))).toMatchObject({ code: 'invalid' })
  expect(readBibliography(null, '@misc{a}')).toMatchObject({ code: 'signed-out' })
})
