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

it('writes no abbreviation out that is made of abbreviations without end', () => {
  const grown = (levels: number) => Array.from({ length: levels }, (_, at) => `@string{a${at + 1} = ${Array.from({ length: 10 }, () => `a${at}`).join(' # ')}}`)
  const bomb = (levels: number) => ['@string{a0 = "ten letters"}', ...grown(levels), `@misc{b, title = a${levels}, note = a${levels}}`].join('\n')
  const began = performance.now()
  for (const levels of [6, 7, 8, 20]) expect(readBibliography(ada, bomb(levels))).toMatchObject({ code: 'invalid' })
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(readBibliography(ada, '@string{nature = "Nature"}\n@article{b, title = {Bee}, journal = nature # " Medicine", doi = {10.1000/x}}')).toMatchObject({
    value: [{ paper: { label: 'Nature Medicine' } }],
  })
})

it('reads what runs on without end as fast as anything', () => {
  const began = performance.now()
  for (const run of ['.', '-', ')']) {
    const field = (begins: string) => `{${begins}${run.repeat(30_000)}a}`
    expect(readBibliography(ada, `@misc{b, title = {A}, note = ${field('github.com/')}, doi = ${field('10.1234/')}, url = ${field('https://a.org/10.1234/')}}`)).toMatchObject({ ok: true })
  }
  expect(performance.now() - began).toBeLessThan(1_000)
})
