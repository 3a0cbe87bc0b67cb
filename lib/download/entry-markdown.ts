import { entryAddress, type EntryAt } from '@/lib/api/represent'
import { kindOf, printCells } from '@/lib/catalog/entry'
import { writeSearch } from '@/lib/catalog/search/address'
import { yearsUntold } from '@/lib/catalog/search/facets'
import type { ListedSection, Listing } from './formats'
import { plainMarkdown } from './plain-markdown'

/** An entry's page as markdown: what the README's row says, column by column, the year that it is found by, and where more is. */
export function entryMarkdown(at: EntryAt, { list, origin, revision, at: made }: Pick<Listing, 'list' | 'origin' | 'revision' | 'at'>, section: ListedSection): string {
  const page = entryAddress(origin, at)
  const cells = printCells(at.entry, section.columns).map((cell, index) => [section.header[index] ?? '', cell] as const)
  const years = yearsUntold(at.entry).map((year) => `[${year}](${origin}/search?${writeSearch({ year: [String(year)] })})`)
  return [
    `# ${plainMarkdown(at.name)}`,
    '',
    `One of the ${kindOf(at.kind).words.many} in the section [${plainMarkdown(at.section.heading)}](${origin}/sections/${at.section.slug}.md) of [${list}](${origin}/), catalog revision ${revision} of ${made.toISOString().slice(0, 10)}.`,
    '',
    ...cells.filter(([, cell]) => cell !== '').map(([header, cell]) => `- **${header}**: ${cell}`),
    ...(years.length > 0 ? [`- **Year**: ${years.join(', ')}`] : []),
    '',
    `Its page: <${page}>. As JSON: <${origin}/api/v1/entries/${at.kind}/${at.slug}>. To cite it: <${page}.bib>.`,
    '',
  ].join('\n')
}
