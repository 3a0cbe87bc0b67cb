import { urlProblem } from '@/lib/catalog/url'
import type { EntryKind } from '@/lib/catalog/entry'
import type { Values } from './values'

/** What a form asks about its likely duplicates: a query string for /api/duplicates by field, null where there is nothing to ask. */
export function questionsOf(kind: EntryKind, values: Values, except: number | null): Record<string, string | null> {
  const ask = (name: string, urls: string[]) => questionOf(kind, name, urls, except)
  if (kind === 'dataset') {
    const { name, papers, links } = values.dataset
    const urls = (rows: { url: string }[]) => rows.map(({ url }) => url)
    return { 'dataset.name': ask(name, []), 'dataset.papers': ask('', urls(papers)), 'dataset.links': ask('', urls(links)) }
  }
  const { name, paper, noPaper, code, noCode } = values.model
  return {
    'model.name': ask(name, []),
    'model.paper': ask('', noPaper ? [] : [paper.url]),
    'model.code': ask('', noCode ? [] : [code.url]),
  }
}

function questionOf(kind: EntryKind, name: string, urls: string[], except: number | null): string | null {
  const whole = urls.map((url) => url.trim()).filter((url) => url !== '' && urlProblem(url) === undefined)
  if (name.trim().length < 2 && whole.length === 0) return null
  const query = new URLSearchParams({ kind, name: name.trim() })
  for (const url of whole) query.append('url', url)
  if (except !== null) query.set('except', String(except))
  return query.toString()
}
