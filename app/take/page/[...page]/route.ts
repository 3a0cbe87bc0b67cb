import { queryOf, revisionOf, subjectOf, type Query } from '@/app/(public)/query'
import { aboutList } from '@/app/about-list'
import { atOnce, catalogFile } from '@/app/streamed'
import { withQuery } from '@/components/entry/paths'
import type { About } from '@/components/plain/about'
import { citingMarkdown } from '@/components/plain/citing'
import { comparisonMarkdown } from '@/components/plain/comparison'
import { homeMarkdown } from '@/components/plain/home'
import { logMarkdown } from '@/components/plain/log'
import { manualMarkdown } from '@/components/plain/manual'
import { newsMarkdown } from '@/components/plain/news'
import { personMarkdown } from '@/components/plain/person'
import { lineageMarkdown, picturesMarkdown } from '@/components/plain/pictures'
import { site } from '@/components/site/site'
import { explain } from '@/lib/api/explained'
import { entryKinds } from '@/lib/catalog/entry'
import { catalogLog } from '@/lib/catalog/log'
import { readLogFilter, writeLogFilter } from '@/lib/catalog/log-filter'
import { catalogHome } from '@/lib/catalog/queries'
import { surveyAt } from '@/lib/cite/list'
import { workOfList } from '@/lib/cite/work'
import { readComparison } from '@/lib/compare/address'
import { comparedEntries } from '@/lib/compare/compared'
import { database } from '@/lib/db'
import { limits } from '@/lib/env'
import { whatIsNew } from '@/lib/feeds/new'
import { readNewsCursor, readSince } from '@/lib/feeds/since'
import { isPersonId, profile } from '@/lib/people/profile'
import { lineageOf, lineageOfAll } from '@/lib/pictures/lineage-query'
import { growth, sectionTallies, subfieldsAndBases, yearCounts } from '@/lib/pictures/queries'

export const dynamic = 'force-dynamic'

interface Params {
  page: string[]
}

/** A page's content as markdown: /index.md, /log.md, /stats/lineage.md, /people/….md (next.config leads here). */
export async function GET(request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { page } = await params
  const query = queryOf(new URL(request.url).searchParams)
  return catalogFile(request, async (snapshot) => {
    const text = await written(page, query, aboutList(snapshot))
    return text === null ? null : { type: 'text/markdown; charset=utf-8', pieces: atOnce(text) }
  })
}

/** Writes a page; null where there is nothing at such an address. */
type Write = (query: Query, about: About) => Promise<string | null>

const pages: Record<string, Write> = {
  index: async (_, about) => homeMarkdown(await catalogHome(database()), about),
  new: news,
  log,
  stats: pictures,
  'stats/lineage': lineage,
  compare,
  cite,
  api: async (_, about) => manualMarkdown(explain({ origin: about.origin, ...site }), limits().reading, about),
}

async function written([first = '', ...others]: readonly string[], query: Query, about: About): Promise<string | null> {
  if (first === 'people') return person(others.join('/'), query, about)
  const name = [first, ...others].join('/')
  return Object.hasOwn(pages, name) ? ((await pages[name]?.(query, about)) ?? null) : null
}

async function news({ since, after }: Query, about: About): Promise<string | null> {
  const asked = readSince(since)
  const isWrong = since !== undefined && since !== '' && asked === null
  return isWrong ? null : newsMarkdown(await whatIsNew(database(), asked, readNewsCursor(after)), about)
}

async function log(query: Query, about: About): Promise<string> {
  const filter = readLogFilter(query)
  const { items, more } = await catalogLog(database(), { before: revisionOf(query.before), filter })
  return logMarkdown(items, more === null ? null : withQuery('/log.md', { ...writeLogFilter(filter), before: String(more) }), about)
}

async function pictures(_: Query, about: About): Promise<string> {
  const db = database()
  const [years, matrix, sections, sizes] = await Promise.all([yearCounts(db, entryKinds), subfieldsAndBases(db), sectionTallies(db), growth(db)])
  return picturesMarkdown({ years, matrix, sections, sizes }, about)
}

async function lineage({ of }: Query, about: About): Promise<string | null> {
  const subject = subjectOf(typeof of === 'string' ? of : undefined)
  const map = subject ? await lineageOf(database(), subject.kind, subject.slug) : await lineageOfAll(database())
  return map && lineageMarkdown(map, about)
}

async function compare(query: Query, about: About): Promise<string> {
  const { names } = readComparison(query)
  const { entries, missing } = await comparedEntries(database(), names)
  return comparisonMarkdown(entries, missing, about)
}

async function cite(_: Query, about: About): Promise<string> {
  const survey = await surveyAt(database(), about.revision)
  return citingMarkdown(survey, workOfList(about, survey?.work.authors ?? []), about)
}

async function person(id: string, query: Query, about: About): Promise<string | null> {
  const found = isPersonId(id) ? await profile(database(), id, { before: revisionOf(query.before) }) : null
  return found && personMarkdown(found, about)
}
