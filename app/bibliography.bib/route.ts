import { aboutList } from '@/app/about-list'
import { catalogFile } from '@/app/streamed'
import { site } from '@/components/site/site'
import { listSections } from '@/lib/api/section-list'
import { surveyAt } from '@/lib/cite/list'
import { database } from '@/lib/db'
import { formats } from '@/lib/download/formats'
import { entriesListed, written } from '@/lib/download/listing'
import { entryKinds } from '@/lib/catalog/entry'
import type { Snapshot } from '@/lib/api/snapshot'

export const dynamic = 'force-dynamic'

/** The survey, as it asks to be cited, and everything that the list names. */
export function GET(request: Request): Promise<Response> {
  return catalogFile(request, (snapshot) => ({ type: formats.bib.type, name: 'bibliography.bib', pieces: bibliography(snapshot) }))
}

async function* bibliography(snapshot: Snapshot): AsyncGenerator<string> {
  const survey = await surveyAt(database(), snapshot.revision)
  if (survey) yield `${survey.bibtex}\n`
  const listing = { ...aboutList(snapshot), title: site.name, kinds: entryKinds }
  const sections = await listSections(database(), snapshot)
  yield* written(formats.bib, listing, entriesListed(database(), snapshot, sections))
}
