import { z } from 'zod'
import { labelFor } from '@/lib/catalog/label'
import { cleanLine, cleanUrl } from '../clean'
import { found, headOf, paperLink, placeLink, type Found } from '../found'
import { addressOf, ofDoi, type Identifier } from '../identifier'
import { readJson, type Reading } from '../reading'

const texts = z.array(z.string()).optional()
const related = z.array(z.object({ id: z.string(), 'id-type': z.string().optional() })).optional()
const workSchema = z.object({
  message: z.object({
    type: z.string().optional(),
    title: texts,
    subtitle: texts,
    'container-title': texts,
    'short-container-title': texts,
    institution: z.array(z.object({ name: z.string() })).optional(),
    // A date that is not known is [[null]].
    issued: z.object({ 'date-parts': z.array(z.array(z.number().nullable())) }).optional(),
    resource: z.object({ primary: z.object({ URL: z.string() }).optional() }).optional(),
    relation: z.object({ 'is-preprint-of': related }).optional(),
  }),
})
type Work = z.output<typeof workSchema>['message']

/** Reads Crossref's answer about one DOI. */
export function readCrossref(body: string, asked: Identifier): Reading {
  return readJson(workSchema, body, ({ message: work }) => {
    const title = titleOf(work)
    const where = work.institution?.[0]?.name ?? work['short-container-title']?.[0] ?? work['container-title']?.[0] ?? null
    const url = addressIn(work, asked)
    const isData = work.type === 'dataset'
    return {
      kind: 'found',
      found: found('Crossref', `https://search.crossref.org/search/works?q=${encodeURIComponent(asked.id)}&from_ui=yes`, {
        ...{ title: isData ? null : title, name: isData ? cleanLine(title, 120) : headOf(title) },
        ...(isData ? { place: placeLink(url) } : { paper: paperLink(url, where) }),
        ...{ year: work.issued?.['date-parts'][0]?.[0] ?? null, ...publication(work) },
      }),
    }
  })
}

function titleOf({ title, subtitle }: Work): string | null {
  const [main, below] = [cleanLine(title?.[0]), cleanLine(subtitle?.[0])]
  if (main === null || below === null || main.toLowerCase().includes(below.toLowerCase())) return main
  return cleanLine(`${main}: ${below}`) ?? main
}

/** The publisher's own page where the list knows that publisher, or else the DOI's. */
function addressIn({ resource }: Work, asked: Identifier): string {
  const own = cleanUrl(resource?.primary?.URL.replace(/^http:/, 'https:'))
  const listed = addressOf(asked)
  const isKnown = own !== null && !own.includes('/lookup/') && labelFor(own, 'paper') !== ''
  return isKnown && listed.startsWith('https://doi.org/') ? own : listed
}

function publication({ relation }: Work): Pick<Found, 'published' | 'next'> {
  const dois = (relation?.['is-preprint-of'] ?? []).filter((one) => (one['id-type'] ?? 'doi') === 'doi')
  const [by] = dois.flatMap(({ id }) => /10\.\d{4,9}\/\S+/.exec(id)?.[0] ?? []).map(ofDoi)
  return { published: by ? { where: null, by } : null, next: by ? [by] : [] }
}
