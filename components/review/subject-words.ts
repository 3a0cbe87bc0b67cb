import { kindNames } from '@/components/entry/words'
import type { Subject } from '@/lib/proposals/about'

/** What a queue's filter by subject says. */
export const subjectWords: Record<Subject, string> = {
  model: kindNames.model.many,
  dataset: kindNames.dataset.many,
  table: kindNames.table.many,
  text: 'Text around the tables',
  layout: 'Layout of tables',
}
