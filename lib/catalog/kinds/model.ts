import { z } from 'zod'
import { list, optionalLink, optionalText, sources, text } from '../cell'
import { line, linkSchema, linkTo, names } from '../schema'
import { column, columnOf, type Kind } from './kind'

/** A foundation model as a form holds it. `paper.label` is the paper's title. */
export const modelSchema = z.object({
  name: line(120, 'Name the model.'),
  subfield: line(80, 'Name the subfield, like Radiology.').nullable(),
  paper: linkTo('Give the paper’s title.').nullable(),
  code: linkSchema.nullable(),
  base: names(12),
  data: names(30),
  /** Built from more than three sources: the star. */
  starred: z.boolean(),
})

export type Model = z.output<typeof modelSchema>

/** The kind of a row that tells of a model. */
export const model: Kind<Model> = {
  kind: 'model',
  words: { one: 'model', many: 'models' },
  schema: modelSchema,
  columns: [
    column('name', { headers: ['Model', 'Model Name'], vague: ['Name'] }, text),
    column('subfield', { headers: ['Subfield', 'Sub-field'], vague: ['Field', 'Domain'], telling: true }, optionalText),
    column('paper', { headers: ['Paper', 'Paper Title', 'Publication'], vague: ['Title'] }, optionalLink),
    column('code', { headers: ['Code', 'GitHub', 'Repo', 'Repository', 'Code Link'] }, optionalLink),
    column('base', { headers: ['Base', 'Base Model', 'Backbone'], telling: true }, list),
    columnOf(
      'data',
      { headers: ['Pre-Training Data', 'Pre-Training Dataset', 'Training Data'], vague: ['Data'], telling: true },
      ['data', 'starred'],
      sources,
      ({ names: data, starred }) => ({ data, starred }),
      (fields) => ({ names: fields.data, starred: fields.starred }),
    ),
  ],
  links: ({ paper, code }) => [paper, code].filter((link) => link !== null && link !== undefined),
  terms: ({ subfield, base, data }) => ({ subfield: subfield ? [subfield] : [], base: base ?? [], data: data ?? [] }),
}
