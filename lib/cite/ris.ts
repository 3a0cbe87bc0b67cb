import { authorName, type Work } from './work'

const types: Record<Work['type'], string> = { article: 'JOUR', dataset: 'DATA', software: 'COMP', webpage: 'ELEC' }

/** A work as a RIS record, with CRLF as the format has it. */
export function risOf({ key, type, title, authors, year, container, doi, arxiv, url, note }: Work): string {
  const fields: [tag: string, value: string | number | null][] = [
    ['TY', types[type]],
    ['ID', key],
    ['TI', title],
    ...authors.map((author): [string, string] => ['AU', authorName(author)]),
    ['PY', year],
    ['T2', container],
    ['DO', doi],
    ['AN', arxiv && `arXiv:${arxiv}`],
    ['UR', url],
    ['N1', note],
    ['ER', ''],
  ]
  // A line is a field: what would break one is a blank.
  return fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${String(value).replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()}\r\n`])).join('')
}
