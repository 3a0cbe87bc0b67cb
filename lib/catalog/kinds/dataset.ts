import { z } from 'zod'
import { links, optionalText, titled } from '../cell'
import { line, linkSchema } from '../schema'
import { column, type Kind } from './kind'

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
  schema: datasetSchema,
  columns: [
    column('name', ['Dataset (Paper)', 'Dataset'], titled, (value) => value, ({ name, papers }) => ({ name, papers })),
    column('description', ['Description'], optionalText, (description) => ({ description }), (fields) => fields.description),
    column('links', ['Link', 'Links'], links, (value) => ({ links: value }), (fields) => fields.links),
  ],
  links: ({ papers, links: others }) => [...(papers ?? []), ...(others ?? [])],
  terms: () => ({}),
}
