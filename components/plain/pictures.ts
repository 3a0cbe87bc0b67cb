import { inWords, kindNames } from '@/components/entry/words'
import { entryKinds, type EntryKind } from '@/lib/catalog/entry'
import type { EntryRef } from '@/lib/catalog/view'
import type { Matrix, SectionTally, SizeAt, YearCounts } from '@/lib/pictures/counts'
import type { Lineage, LineageName } from '@/lib/pictures/lineage'
import { day, entryLink, fromList, sectionLink, type About } from './about'
import { blocks, part, plain, table } from './markdown'

/** What the pictures of the list show. */
export interface Shown {
  years: readonly YearCounts[]
  matrix: Matrix
  sections: readonly SectionTally[]
  sizes: readonly SizeAt[]
}

/** The list's pictures as markdown: the tables beneath them. */
export function picturesMarkdown({ years, matrix, sections, sizes }: Shown, about: About): string {
  return blocks(
    '# The list in pictures',
    fromList(about),
    part('Year by year', yearTable(years.filter((count) => count.years.length > 0))),
    part('Subfields and what they build on', matrixTable(matrix)),
    part('Section by section', table(['Section', 'Of', 'Entries'], sections.map((section) => [sectionLink(section, about), kindNames[section.kind].many, String(section.entries)]))),
    part('Growth', sizeTable(sizes)),
  )
}

function yearTable(counts: readonly YearCounts[]): string {
  if (counts.length === 0) return ''
  const years = [...new Set(counts.flatMap((count) => count.years.map(({ year }) => year)))].sort((a, b) => b - a)
  const of = (count: YearCounts, year: number) => String(count.years.find((one) => one.year === year)?.entries ?? 0)
  return table(['Year', ...counts.map(({ kind }) => kindNames[kind].many)], [
    ...years.map((year) => [String(year), ...counts.map((count) => of(count, year))]),
    ['Not told', ...counts.map(({ unknown }) => String(unknown))],
  ])
}

function matrixTable({ subfields, bases, cells }: Matrix): string {
  const of = (subfield: string, base: string) => String(cells.find((one) => one.subfield === subfield && one.base === base)?.entries ?? '')
  return table(['Base model', 'All', ...subfields.map(({ label }) => plain(label))], bases.map((base) => [plain(base.label), String(base.entries), ...subfields.map(({ key }) => of(key, base.key))]))
}

function sizeTable(sizes: readonly SizeAt[]): string {
  const kinds = entryKinds.filter((kind: EntryKind) => sizes.some(({ entries }) => entries[kind] > 0))
  return table(['Revision', 'Day', ...kinds.map((kind) => kindNames[kind].many)], sizes.toReversed().map(({ revision, at, entries }) => [String(revision), day(at), ...kinds.map((kind) => String(entries[kind]))]))
}

/** A lineage map as markdown, model by model; `of` is what it is drawn around. */
export function lineageMarkdown({ models, base, data, of }: Lineage & { of: EntryRef | null }, about: About): string {
  const names = (all: readonly LineageName[], keys: readonly string[]) => inWords(keys.flatMap((key) => all.find((name) => name.key === key) ?? []).map((name) => nameMarkdown(name, about)))
  return blocks(
    `# ${of ? `Lineage of ${plain(of.name)}` : 'Lineage map'}`,
    fromList(about),
    'Which base models the models of the list were built on, and which data they were trained on. What is linked is listed itself.',
    table(['Model', 'Built on', 'Trained on'], models.map((model) => [entryLink(model.entry, about), names(base, model.base), names(data, model.data)])) || 'There is nothing to draw.',
  )
}

function nameMarkdown({ label, entry }: LineageName, about: About): string {
  return entry ? entryLink({ ...entry, name: label }, about) : plain(label)
}
