import { inWords, kindNames } from '@/components/entry/words'
import { matrixTable, saysOf, sizeTable, yearTable, type NumbersTable } from '@/components/pictures/tables'
import type { EntryRef } from '@/lib/catalog/view'
import type { Matrix, SectionTally, SizeAt, YearCounts } from '@/lib/pictures/counts'
import type { Lineage, LineageName } from '@/lib/pictures/lineage'
import { entryLink, fromList, sectionLink, type About } from './about'
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
  const dated = years.filter((count) => count.years.length > 0)
  return blocks(
    '# The list in pictures',
    fromList(about),
    part('Year by year', dated.length === 0 ? '' : numbers(yearTable(dated))),
    part('Subfields and what they build on', numbers(matrixTable(matrix))),
    part('Section by section', table(['Section', 'Of', 'Entries'], sections.map((section) => [sectionLink(section, about), kindNames[section.kind].many, String(section.entries)]))),
    part('Growth', numbers(sizeTable(sizes))),
  )
}

function numbers({ head, rows }: NumbersTable): string {
  return table(head.map(({ label }) => plain(label)), rows.map((cells) => cells.map((cell) => plain(String(saysOf(cell))))))
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
