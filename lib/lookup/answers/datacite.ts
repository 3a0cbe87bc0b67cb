import { z } from 'zod'
import { cleanLine, cleanYear } from '../clean'
import { found, headOf, paperLink, placeLink, type Found } from '../found'
import { addressOf, ofDoi, type Identifier } from '../identifier'
import { readJson, type Reading } from '../reading'

const recordSchema = z.object({
  data: z.object({
    attributes: z.object({
      titles: z.array(z.object({ title: z.string().nullish(), titleType: z.string().nullish() })).nullish(),
      // A name, or since 2023 where it is asked for an object.
      publisher: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).nullish(),
      publicationYear: z.union([z.number(), z.string()]).nullish(),
      types: z.object({ resourceTypeGeneral: z.string().nullish() }).nullish(),
      url: z.string().nullish(),
      relatedIdentifiers: z
        .array(z.object({ relationType: z.string().nullish(), relatedIdentifier: z.string().nullish(), relatedIdentifierType: z.string().nullish() }))
        .nullish(),
    }),
  }),
})
type Work = z.output<typeof recordSchema>['data']['attributes']

// Kinds of things that one goes to for the thing itself, not to read about it.
const places = new Set(['Dataset', 'Software', 'Model', 'Collection', 'Image', 'Audiovisual', 'PhysicalObject', 'ComputationalNotebook'])

/** Reads DataCite's answer about one DOI. */
export function readDatacite(body: string, asked: Identifier): Reading {
  return readJson(recordSchema, body, ({ data: { attributes: work } }) => {
    const title = cleanLine((work.titles?.find(({ titleType }) => (titleType ?? '') === '') ?? work.titles?.[0])?.title)
    const isPlace = places.has(work.types?.resourceTypeGeneral ?? '')
    return {
      kind: 'found',
      found: found('DataCite', `https://commons.datacite.org/doi.org/${asked.id}`, {
        ...{ title: isPlace ? null : title, name: isPlace ? cleanLine(title, 120) : headOf(title) },
        ...(isPlace ? { place: placeLink(work.url ?? null) ?? placeLink(addressOf(asked)) } : { paper: paperLink(addressOf(asked), work.publisher) }),
        ...{ year: cleanYear(work.publicationYear), ...publication(work) },
      }),
    }
  })
}

/** Only of a preprint is another version the published one: a deposit's other versions are older or newer ones of itself. */
function publication({ types, relatedIdentifiers }: Work): Pick<Found, 'published' | 'next'> {
  const relations = types?.resourceTypeGeneral === 'Preprint' ? ['IsPreprintOf', 'IsVersionOf', 'IsPreviousVersionOf'] : ['IsPreprintOf']
  const dois = (relatedIdentifiers ?? []).filter((one) => one.relatedIdentifierType === 'DOI' && relations.includes(one.relationType ?? ''))
  const [by] = dois.flatMap((one) => /10\.\d{4,9}\/\S+/.exec(one.relatedIdentifier ?? '')?.[0] ?? []).map(ofDoi)
  return { published: by ? { where: null, by } : null, next: by ? [by] : [] }
}
