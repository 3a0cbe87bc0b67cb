import { namingColumn, type ReadEntry } from '@/lib/catalog/entry'
import { plainText } from '@/lib/catalog/markdown'

/** What an entry is about, in a line: a model's paper, a dataset's description, the other cells of a row; "" where nothing says. */
export function aboutEntry(entry: ReadEntry): string {
  if (entry.kind === 'model') return entry.fields.paper?.label ?? ''
  if (entry.kind === 'dataset') return entry.fields.description ?? ''
  const naming = namingColumn(entry)
  const cells = Object.entries(entry.more).map(([column, cell]) => [column, plainText(cell)] as const)
  return cells.filter(([column, text]) => column !== naming && text !== '').map(([column, text]) => `${column}: ${text}`).join(', ')
}
