import type { Author, Work } from './work'

/** What a CITATION.cff says of the list itself. */
export interface CitedList {
  title: string
  abstract: string
  /** Its catalog revision, and when that was made. */
  revision: number
  at: Date
  url: string
}

/** The list's CITATION.cff; the survey, where it names one, is what it prefers to be cited by. */
export function cffOf({ title, abstract, revision, at, url }: CitedList, survey: Work | null): string {
  const authors = survey && survey.authors.length > 0 ? survey.authors : [{ literal: `The contributors to ${title}` }]
  return [
    'cff-version: 1.2.0',
    `message: ${text(survey ? 'If you use this list, please cite the survey that it belongs to.' : 'If you use this list, please cite it as below.')}`,
    'type: dataset',
    `title: ${text(title)}`,
    `abstract: ${text(abstract)}`,
    ...people(authors, ''),
    `version: ${text(`catalog revision ${revision}`)}`,
    `date-released: ${text(at.toISOString().slice(0, 10))}`,
    `url: ${text(url)}`,
    ...(survey ? preferred({ ...survey, authors }) : []),
    '',
  ].join('\n')
}

// What CFF 1.2.0 takes for one; there are DOIs of other characters.
const doiForm = /^10\.\d{4,9}(\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/

function preferred({ title, authors, year, container, doi, url }: Work): string[] {
  return [
    'preferred-citation:',
    '  type: article',
    `  title: ${text(title)}`,
    ...people(authors, '  '),
    ...(year === null ? [] : [`  year: ${year}`]),
    ...(container === null ? [] : [`  journal: ${text(container)}`]),
    ...(doi !== null && doiForm.test(doi) ? [`  doi: ${text(doi)}`] : []),
    ...(url === null ? [] : [`  url: ${text(url)}`]),
  ]
}

function people(authors: readonly Author[], indent: string): string[] {
  const fieldsOf = (author: Author): [string, string][] =>
    'literal' in author ? [['name', author.literal]] : [['family-names', author.family], ...(author.given === '' ? [] : [['given-names', author.given] as [string, string]])]
  return [
    `${indent}authors:`,
    ...authors.flatMap((author) => fieldsOf(author).map(([name, value], index) => `${indent}  ${index === 0 ? '-' : ' '} ${name}: ${text(value)}`)),
  ]
}

/** Every string of JSON is one of YAML. */
function text(value: string): string {
  return JSON.stringify(value)
}
