import { expect, it } from 'vitest'
import { readEntries } from '@/lib/lookup/answers/bibtex'
import { parse, sectionsOf } from '@/lib/readme/parse'
import { cellsOfFound } from './bibtex-rows'

const readme = '## M\n\n| Model | Subfield | Paper | Code | Base |\n| --- | --- | --- | --- | --- |\n| A | - | - | - | - |\n\n## D\n\n| Dataset (Paper) | Description | Link |\n| --- | --- | --- |\n| B | - | - |\n\n## T\n\n| Tool | Year |\n| --- | --- |\n| C | 1 |\n'
const [models, datasets, tools] = sectionsOf(parse(readme).parts) as [Section, Section, Section]
type Section = ReturnType<typeof sectionsOf>[number]

const cells = (bibtex: string, section: Section) => (readEntries(bibtex) ?? []).map((found) => cellsOfFound(found, section))
const article = '@article{x, title = {BioX: A Model of [X]}, eprint = {2402.10373}, archivePrefix = {arXiv}, year = {2024}, note = {https://github.com/a/b}}'

it('writes what an entry says into the cells of its columns', () => {
  expect(cells(article, models)).toEqual([['BioX', '-', '[BioX: A Model of \\[X\\]](https://arxiv.org/abs/2402.10373)', '[Github](https://github.com/a/b)', '-']])
  expect(cells(article, datasets)).toEqual([['BioX ([arXiv](https://arxiv.org/abs/2402.10373))', '-', '[Github](https://github.com/a/b)']])
  expect(cells(article, tools)[0]?.[1]).toBe('2024')
})

it('leaves to its person what an entry does not say', () => {
  expect(cells('@misc{y, title = {Something Without an Address}}', models)).toEqual([['', '-', 'Something Without an Address', '-', '-']])
  expect(cells('@misc{z, year = {2020}}', models)).toEqual([['', '-', '-', '-', '-']])
})
