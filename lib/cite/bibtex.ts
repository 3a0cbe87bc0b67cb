import { escapeTex } from './tex'
import type { Author, Work } from './work'

/** A work as a BibTeX entry, with a line end behind it. Its letters stay as they are: every BibTeX of today reads UTF-8. */
export function bibtexOf(work: Work): string {
  const { key, title, authors, year, container, doi, arxiv, url, note } = work
  const fields: [name: string, value: string | null][] = [
    // Braced once more, so that no style takes the capitals out of names.
    ['title', `{${escapeTex(line(title))}}`],
    ['author', authors.length > 0 ? authors.map(authorOf).join(' and ') : null],
    ['year', year === null ? null : String(year)],
    ['journal', container && escapeTex(line(container))],
    ['doi', doi && escapeAddress(doi)],
    ['eprint', arxiv],
    ['archiveprefix', arxiv && 'arXiv'],
    ['url', url && escapeAddress(url)],
    ['note', note && escapeTex(line(note))],
  ]
  const said = fields.filter((field): field is [string, string] => field[1] !== null)
  return `@${container ? 'article' : 'misc'}{${key},\n${said.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`
}

/** What BibTeX would take apart as something else than a name, like a comma or " and ", is braced, so that it stays whole. */
function authorOf(author: Author): string {
  if ('literal' in author) return `{${escapeTex(line(author.literal))}}`
  const name = (part: string) => (/^[\p{L}\p{M}.’'\- ]+$/u.test(part) && !/(^| )and( |$)/i.test(part) ? part : `{${escapeTex(line(part))}}`)
  return author.given === '' ? name(author.family) : `${name(author.family)}, ${name(author.given)}`
}

// Addresses are read as they stand, so only what would end the field or begin a comment is written otherwise.
function escapeAddress(address: string): string {
  return address.replace(/[{}\\%\s]/g, (char) => (char === '%' ? '\\%' : encodeURIComponent(char).replaceAll('%', '\\%')))
}

function line(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}
