import MarkdownIt from 'markdown-it'
import { diff } from '@/lib/readme/diff'
import { parse, type Readme, type Section } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
import type { Subject } from './measure'

const markdown = new MarkdownIt({ html: true })
type Token = ReturnType<typeof markdown.parse>[number]

/** The measure of all others: markdown-it's block phase, as the package comes. */
export function blockPhase(text: string): Subject {
  return {
    name: 'block phase',
    run() {
      const tokens: Token[] = []
      markdown.block.parse(text, markdown, {}, tokens)
      return tokens
    },
  }
}

/** What the engine does with a text. */
export function engine(text: string): Subject[] {
  const readme = parse(text)
  const edited = parse(render(withEditedRow(readme).parts))
  const changes = diff(readme, edited)
  const patched = patch(readme, changes)
  const exact = patched.ok && render(patched.value.parts) === render(edited.parts)
  if (changes.length !== 1 || !exact) throw new Error('one edited row is not one change')
  return [
    { name: 'parse', run: () => parse(text) },
    { name: 'render', run: () => render(readme.parts) },
    { name: 'patch', run: () => patch(readme, changes) },
    { name: 'diff', run: () => diff(readme, edited) },
  ]
}

/** The list with another subfield, as long as before, in the first row from the middle on that has one. */
function withEditedRow(readme: Readme): Readme {
  const tables = readme.parts.filter((part) => 'section' in part)
  const { section } = tables[tables.length >> 1] as { section: Section }
  const edited = section.rows.findIndex(({ cells }, index) => index >= section.rows.length >> 1 && /[a-z]/.test(cells[1] ?? ''))
  const rows = section.rows.map((row, index) => {
    if (index !== edited) return row
    const cells = row.cells.map((cell, column) => (column === 1 ? cell.replace(/[a-z]/, 'q') : cell))
    return { ...row, cells }
  })
  const parts = readme.parts.map((part) => ('section' in part && part.section === section ? { section: { ...section, rows } } : part))
  return { ...readme, parts }
}
