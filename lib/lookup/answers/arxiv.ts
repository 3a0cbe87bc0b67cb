import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import { cleanLine, cleanYear } from '../clean'
import { found, headOf, paperLink, repositoryIn, repositoryLink, type Found } from '../found'
import { addressOf, ofDoi, recognise, type Identifier } from '../identifier'
import { broken, none, type Reading } from '../reading'

const parser = new XMLParser({ parseTagValue: false, htmlEntities: true, isArray: (name) => name === 'entry' })

// An element with attributes, as arXiv's own are, comes as an object where these are asked for; they are not.
const text = z.string().optional()
const entrySchema = z.object({
  id: z.string(),
  title: text,
  summary: text,
  published: text,
  'arxiv:comment': text,
  'arxiv:journal_ref': text,
  'arxiv:doi': text,
})
const feedSchema = z.object({ feed: z.object({ entry: z.array(entrySchema).optional() }) })

/** Reads arXiv's answer about one preprint: an Atom feed of one entry, or of none. */
export function readArxiv(body: string, asked: Identifier): Reading {
  // Atom needs no document type, and one can define what no reader should have to follow.
  if (/<!DOCTYPE/i.test(body) || XMLValidator.validate(body) !== true) return broken
  const parsed = feedSchema.safeParse(parser.parse(body))
  if (!parsed.success) return broken
  const [entry] = parsed.data.feed.entry ?? []
  // An id that arXiv does not take is answered by an entry about the error.
  if (!entry || recognise(entry.id)?.id.toLowerCase() !== asked.id.toLowerCase()) return none
  const title = cleanLine(entry.title)
  const page = addressOf(asked)
  const repository = repositoryIn(`${entry['arxiv:comment']} ${entry.summary}`)
  return {
    kind: 'found',
    found: found('arXiv', page, {
      ...{ title, name: headOf(title), paper: paperLink(page), place: repositoryLink(repository) },
      ...{ year: cleanYear(entry.published), ...publication(entry) },
    }),
  }
}

function publication(entry: z.output<typeof entrySchema>): Pick<Found, 'published' | 'next'> {
  const journal = cleanLine(entry['arxiv:journal_ref'])
  // Some preprints name themselves.
  const where = journal !== null && /^arxiv\b/i.test(journal) ? null : journal
  const named = entry['arxiv:doi'] === undefined ? null : ofDoi(entry['arxiv:doi'].trim())
  const by = named?.scheme === 'doi' ? named : null
  return { published: where === null && by === null ? null : { where, by }, next: by ? [by] : [] }
}
