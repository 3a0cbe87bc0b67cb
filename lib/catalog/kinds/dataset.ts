import { z } from 'zod'
import { links, optionalText, titled } from '../cell'
import { line, linkSchema } from '../schema'
import { column, columnOf, type Kind } from './kind'

/** A dataset as a form holds it. */
export const datasetSchema = z.object({
  name: line(120, 'Name the dataset.'),
  papers: z.array(linkSchema).max(6, 'List at most 6 papers.'),
  description: line(500, 'Describe the dataset in a sentence.').nullable(),
  links: z.array(linkSchema).max(6, 'List at most 6 links.'),
})

export type Dataset = z.output<typeof datasetSchema>

/** The kind of a row that tells of a dataset. */
export const dataset: Kind<Dataset> = {
  kind: 'dataset',
  words: { one: 'dataset', many: 'datasets' },
  schema: datasetSchema,
  columns: [
    columnOf(
      'name',
      { headers: ['Dataset (Paper)', 'Dataset', 'Dataset Name'] },
      ['name', 'papers'],
      titled,
      (value) => value,
      ({ name, papers }) => ({ name, papers }),
    ),
    column('description', { headers: ['Description'] }, optionalText),
    column('links', { headers: ['Link', 'Download', 'URL'] }, links),
  ],
  links: ({ papers, links: others }) => [...(papers ?? []), ...(others ?? [])],
  terms: () => ({}),
}
