import type { EntryKind } from '@/lib/catalog/entry'
import { entryName, linksOf, readCells, termsOf } from '@/lib/catalog/entry'
import { parse, sectionsOf } from '@/lib/readme/parse'
import { seed } from '../texts'

const sections = sectionsOf(parse(seed).parts)
const entries = sections.flatMap(({ kind, frame, rows }) => rows.map(({ cells }) => readCells(kind, frame.columns, cells)))
const ofKind = (kind: EntryKind) => entries.filter((entry) => entry.kind === kind)
const each = (values: readonly string[]) => [...new Set(values)]
const wordsIn = (texts: readonly string[]) => each(texts.flatMap((text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}-]+/gu) ?? []))

/** What the seed's entries are made of: names and their pieces, the words of titles and descriptions, the values of fields. */
export const vocabulary = {
  /** A section of each kind whose frame made-up sections have. */
  frames: { model: sections.find(({ kind }) => kind === 'model'), dataset: sections.find(({ kind }) => kind === 'dataset') },
  pieces: each(entries.flatMap((entry) => entryName(entry).match(/\p{Lu}\p{Ll}+|\p{Lu}+|\p{Ll}+/gu) ?? [])).filter((piece) => piece.length > 1),
  titles: wordsIn(ofKind('model').flatMap((entry) => linksOf(entry).map(({ label }) => label))),
  descriptions: wordsIn(sections.flatMap(({ kind, frame, rows }) => (kind === 'dataset' ? rows.map(({ cells }) => cells[frame.columns.indexOf('description')] ?? '') : []))),
  subfields: each(ofKind('model').flatMap((entry) => termsOf(entry).subfield ?? [])),
  bases: each(ofKind('model').flatMap((entry) => termsOf(entry).base ?? [])),
  data: each(ofKind('model').flatMap((entry) => termsOf(entry).data ?? [])),
}
