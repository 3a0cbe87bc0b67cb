import type { Values } from './values'

/** A form that was not sent, and what was typed into it, by the names of its fields. */
export interface TypedForm {
  form: string
  title: string
  updatedAt: Date
  words: { term: string; detail: string }[]
}

/** What a form holds, in words; fields that are empty are left out. */
export function typedWords({ model, dataset, more, rationale }: Values): TypedForm['words'] {
  const link = ({ label, url }: { label: string; url: string }) => [label, url].filter(Boolean).join(' ')
  const list = ({ names, typing }: { names: string[]; typing: string }) => [...names, typing].filter(Boolean).join(', ')
  const fields: [string, string][] = [
    ['Name', model.name || dataset.name],
    ['Subfield', model.subfield],
    ['Paper', link(model.paper)],
    ['Code', link(model.code)],
    ['Base models', list(model.base)],
    ['Pre-training data', list(model.data)],
    ['Papers', dataset.papers.map(link).filter(Boolean).join(', ')],
    ['Description', dataset.description],
    ['Links', dataset.links.map(link).filter(Boolean).join(', ')],
    ...Object.entries(more),
    ['Note', rationale],
  ]
  return fields.filter(([, detail]) => detail !== '').map(([term, detail]) => ({ term, detail }))
}
