import { entryName, readDraft, type EntryKind } from '@/lib/catalog/entry'
import { addressesOf } from '@/lib/catalog/identity'
import { urlProblem } from '@/lib/catalog/url'
import type { SectionColumns } from './column-fields'
import { entryOf, type Values } from './values'

/** The field that asks by the entry's name. */
export function namingField(kind: EntryKind): string {
  return kind === 'table' ? 'more' : `${kind}.name`
}

/** What is no duplicate: the proposal that the form revises, and the entry that it changes. */
export interface Except {
  proposal: number | null
  entry: string | null
}

/** What a form asks about its likely duplicates: a query string for /api/duplicates by field, null where there is nothing to ask. */
export function questionsOf(
  kind: EntryKind,
  values: Values,
  section: SectionColumns | undefined,
  except: Except,
): Record<string, string | null> {
  const ask = (name: string, urls: string[]) => questionOf(kind, name, urls, except)
  if (kind === 'dataset') {
    const { name, papers, links } = values.dataset
    const urls = (rows: { url: string }[]) => rows.map(({ url }) => url)
    return { 'dataset.name': ask(name, []), 'dataset.papers': ask('', urls(papers)), 'dataset.links': ask('', urls(links)) }
  }
  if (kind === 'table') {
    const entry = readDraft(entryOf(kind, values, section))
    return { [namingField(kind)]: ask(entryName(entry), addressesOf(entry)) }
  }
  const { name, paper, noPaper, code, noCode } = values.model
  return {
    'model.name': ask(name, []),
    'model.paper': ask('', noPaper ? [] : [paper.url]),
    'model.code': ask('', noCode ? [] : [code.url]),
  }
}

// What the answering side takes.
const mostAddresses = 20

/** What is asked of one name and some addresses. */
export function questionOf(kind: EntryKind, name: string, urls: string[], { proposal, entry }: Except): string | null {
  const whole = urls.map((url) => url.trim()).filter((url) => url !== '' && urlProblem(url) === undefined)
  if (name.trim().length < 2 && whole.length === 0) return null
  const query = new URLSearchParams({ kind, name: name.trim() })
  for (const url of whole.slice(0, mostAddresses)) query.append('url', url)
  if (proposal !== null) query.set('except', String(proposal))
  if (entry !== null) query.set('entry', entry)
  return query.toString()
}
