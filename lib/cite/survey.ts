import { parse } from '@citation-js/plugin-bibtex/lib/input/file.js'
import { parse as parseValue } from '@citation-js/plugin-bibtex/lib/input/value.js'
import { identityOfUrl } from '@/lib/catalog/identity'
import type { Author, Work } from './work'

/** The paper that a list asks to be cited: its BibTeX as the README has it, and what that says. */
export interface Survey {
  bibtex: string
  work: Work
}

type Fields = Record<string, string | number | undefined>

/** The first BibTeX entry in a README's code blocks that names title and author; null where none can be read. */
export function findSurvey(prose: string): Survey | null {
  for (const [, block = ''] of prose.matchAll(/^(?:```|~~~)[^\n]*\n([\s\S]*?)^(?:```|~~~)/gm)) {
    const survey = /^\s*@\w+\s*\{/.test(block) ? read(block.trim()) : null
    if (survey) return survey
  }
  return null
}

function read(bibtex: string): Survey | null {
  try {
    const [entry] = parse(bibtex) as { label: string; properties: Fields }[]
    const work = entry ? workIn(entry) : null
    return work && { bibtex: `${bibtex}\n`, work }
  } catch {
    return null
  }
}

function workIn({ label, properties: fields }: { label: string; properties: Fields }): Work | null {
  const [title, author] = [valueOf(fields, 'title'), fields.author]
  if (title === null || author === undefined) return null
  const container = valueOf(fields, 'journal') ?? valueOf(fields, 'booktitle')
  const arxiv = /arxiv[:\s]*(\d{4}\.\d{4,5})/i.exec(`${container} ${fields.archiveprefix}:${fields.eprint} ${fields.url}`)?.[1] ?? null
  const doi = identityOfUrl(String(fields.doi ?? '')).replace(/^(doi|url):/, '')
  const year = /\d{4}/.exec(String(fields.year ?? fields.date ?? ''))?.[0]
  return {
    ...{ key: label, type: 'article', title, authors: authorsOf(String(author)), container, note: null, arxiv },
    year: year === undefined ? null : Number(year),
    doi: doi.startsWith('10.') ? doi : null,
    url: fields.url === undefined ? (arxiv && `https://arxiv.org/abs/${arxiv}`) : String(fields.url),
  }
}

/** "Zhang, Yunkun and Jin Gao and {A Group}". */
function authorsOf(author: string): Author[] {
  return author.split(/\s+and\s+/i).map((name): Author => {
    const plain = name.replace(/[{}]/g, '').trim()
    if (name.trim().startsWith('{')) return { literal: plain }
    const [family = '', given] = plain.split(/\s*,\s*/)
    if (given !== undefined) return { family, given }
    const words = plain.split(/\s+/)
    const last = words.pop() as string
    return { family: last, given: words.join(' ') }
  })
}

function valueOf(fields: Fields, name: string): string | null {
  const given = fields[name]
  if (given === undefined) return null
  return String(parseValue(String(given), name)).replace(/<[^>]*>/g, '').trim() || null
}
