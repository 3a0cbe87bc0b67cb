import { parse } from '@citation-js/plugin-bibtex/lib/input/file.js'
import { parse as parseValue } from '@citation-js/plugin-bibtex/lib/input/value.js'
import { cleanLine, cleanYear } from '../clean'
import { found, headOf, paperLink, placeLink, repositoryIn, repositoryLink, type Found } from '../found'
import { addressOf, ofDoi, recognise, type Identifier } from '../identifier'
import { broken, none, type Reading } from '../reading'

type Fields = Record<string, string | number | undefined>

/** Reads one pasted entry of BibTeX or BibLaTeX. `none` where there are several: nobody would know which is meant. */
export function readBibtex(text: string): Reading {
  const [entry, ...others] = readEntries(text) ?? []
  if (!entry) return broken
  return others.length > 0 ? none : { kind: 'found', found: entry }
}

/** As many characters the fields of a text hold at most, ten times what a whole bibliography may have. */
const mostSaid = 1_000_000

/** Reads all entries of a text of BibTeX or BibLaTeX; null where it cannot be read. */
export function readEntries(text: string): Found[] | null {
  try {
    const entries: { type: string; properties: Fields }[] = parse(text)
    // Abbreviations (`@string`) made of abbreviations grow without end: asked for their lengths alone, they are not written out.
    const said = entries.flatMap(({ properties }) => Object.values(properties)).reduce<number>((sum, value) => sum + String(value).length, 0)
    return said > mostSaid ? null : entries.map(({ type, properties }) => foundIn(type, properties))
  } catch {
    return null
  }
}

function foundIn(type: string, fields: Fields) {
  const title = valueOf(fields, 'title')
  const [arxiv, doi] = [arxivIn(fields), doiIn(fields)]
  const where = valueOf(fields, 'journal') ?? valueOf(fields, 'journaltitle') ?? valueOf(fields, 'booktitle')
  const isPlace = ['dataset', 'software'].includes(type)
  const url = plainly(fields.url) ?? plainly(fields.howpublished)
  const repository = repositoryIn(`${url} ${plainly(fields.note)} ${plainly(fields.code)}`)
  const by = doi ?? arxiv
  const address = by ? addressOf(by) : repository ? null : url
  return found('BibTeX', null, {
    ...{ title: isPlace ? null : title, name: isPlace ? cleanLine(title, 120) : headOf(title) },
    paper: isPlace ? null : paperLink(address, where),
    place: isPlace ? placeLink(address ?? url) : repositoryLink(repository),
    year: cleanYear(fields.year ?? fields.date),
    next: [doi, arxiv].filter((one) => one !== null),
  })
}

/** A field's words, TeX's commands and accents read as what they show. */
function valueOf(fields: Fields, name: string): string | null {
  const given = fields[name]
  if (given === undefined) return null
  try {
    return cleanLine(String(parseValue(String(given), name)))
  } catch {
    return cleanLine(String(given).replace(/[{}]/g, ''))
  }
}

/** A field as it is written, without the commands around an address. */
function plainly(given: string | number | undefined): string | null {
  return given === undefined ? null : String(given).replace(/\\url|\\href|[{}\\]/g, ' ').trim()
}

function doiIn({ doi }: Fields): Identifier | null {
  const bare = /10\.\d{4,9}\/\S+/.exec(plainly(doi) ?? '')?.[0]
  return bare === undefined ? null : ofDoi(bare)
}

function arxivIn(fields: Fields): Identifier | null {
  const prefix = plainly(fields.archiveprefix ?? fields.eprinttype) ?? ''
  const named = /^arxiv$/i.test(prefix) || prefix === '' ? recognise(plainly(fields.eprint) ?? '') : null
  const told = /arxiv[:\s]*(\d{4}\.\d{4,5})/i.exec(`${plainly(fields.journal)} ${plainly(fields.note)}`)?.[1]
  const linked = recognise(plainly(fields.url) ?? '')
  return [named, told === undefined ? null : recognise(told), linked].find((one) => one?.scheme === 'arxiv') ?? null
}
