import { readCells } from '@/lib/catalog/entry'
import { ok } from '@/lib/errors'
import type { Frame } from '@/lib/readme/frame'
import { sectionsOf, type Section } from '@/lib/readme/parse'
import type { Command } from './command'
import { readLists, type ListFile } from './read-list'

export const parseCommand: Command = {
  summary: 'show what a list holds: sections, columns, layouts, entries, and what fits no field',
  usage: `catalog parse FILE… [--json]

  FILE     a README; - reads standard input
  --json   everything, as JSON: an array with one object per file`,
  options: { json: { type: 'boolean' } },
  positionals: { least: 1, most: Infinity },
  database: false,
  async run({ print }, { json }, files) {
    const lists = await readLists(files)
    if (!lists.ok) return lists
    print(json ? `${JSON.stringify(lists.value.map(asJson), null, 2)}\n` : lists.value.map(inWords).join('\n'))
    return ok(undefined)
  },
}

function asJson({ file, readme }: ListFile): object {
  const sections = sectionsOf(readme.parts).map(({ key, kind, heading, frame, rows }) => ({
    ...{ key, kind, heading, frame },
    entries: rows.map((row) => ({ key: row.key, ...readCells(kind, frame.columns, row.cells), ...(row.verbatim !== null && { line: row.verbatim }) })),
  }))
  return { file, sections, problems: readme.problems }
}

function inWords({ file, readme }: ListFile): string {
  const sections = sectionsOf(readme.parts)
  const problems = readme.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}\n`)
  return [`${file}: ${sections.length} sections\n`, ...sections.map(sayTable), ...problems].join('')
}

function sayTable({ key, kind, heading, frame, rows }: Section): string {
  const own = rows.filter(({ verbatim }) => verbatim !== null).length
  const manner = `${sayLayout(frame)}${own > 0 ? `, ${own} rows as they stand` : ''}`
  return `  ${key}  "${heading}", ${kind}, ${rows.length} entries, ${manner}\n    ${frame.columns.join(' | ')}\n`
}

function sayLayout({ layout }: Frame): string {
  const cap = layout.cap === null ? '' : ` up to ${layout.cap}`
  return `${layout.style}${cap}${layout.exact ? '' : ', as-is'}`
}
