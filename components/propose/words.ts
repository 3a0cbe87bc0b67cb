import type { EntryKind } from '@/lib/catalog/entry'
import { columnOfField } from './column-fields'

/** What a form's fields are called, in the summary of errors as beside the fields. */
const labels: Record<string, string> = {
  section: 'Section',
  place: 'Place in the table',
  rationale: 'Note to the maintainers',
  lookups: 'What was looked up',
  reason: 'Why it should go',
  into: 'What it repeats',
  going: 'Its place',
  text: 'The text',
  rows: 'The rows',
  strange: 'Columns that were left out',
  'model.name': 'Name',
  'model.subfield': 'Subfield',
  'model.paper.label': 'Paper title',
  'model.paper.url': 'Paper address',
  'model.code.url': 'Code address',
  'model.code.label': 'Code label',
  'model.base': 'Base models',
  'model.data': 'Pre-training data',
  'model.starred': 'More than three sources',
  'dataset.name': 'Name',
  'dataset.description': 'Description',
  'dataset.papers': 'Papers',
  'dataset.links': 'Links',
}

const parts: Record<string, string> = { url: 'address', label: 'label' }

/** A field's label by its path: "model.paper.url" is "Paper address", "dataset.links.1.url" is "Link 2, address"; a column's is its header. */
export function labelOf(path: string): string {
  if (path.startsWith('more.')) return columnOfField(path.slice('more.'.length))
  const row = /^dataset\.(paper|link)s\.(\d+)\.(url|label)$/.exec(path)
  if (!row) return labels[path] ?? 'Proposal'
  const [, what = '', index, part = ''] = row
  return `${what === 'paper' ? 'Paper' : 'Link'} ${Number(index) + 1}, ${parts[part]}`
}

/** What each kind is, in a line. */
export const kindWords: Record<EntryKind, { name: string; title: string; line: string }> = {
  model: {
    name: 'A model',
    title: 'Propose a model',
    line: 'A foundation model for healthcare or medicine: its paper, its code, and what it was built on and trained with.',
  },
  dataset: {
    name: 'A dataset',
    title: 'Propose a dataset',
    line: 'Data that such models are trained or tested with: what it holds, the papers that describe it, and where to get it.',
  },
  table: {
    name: 'Another entry',
    title: 'Propose an entry',
    line: 'A row of one of the list’s other tables, with a field for each of its columns.',
  },
}
