import { titleOf } from '@/lib/proposals/title'
import type { AnyDraft } from './draft'
import type { Values } from './values'

/** What an unsent form would propose, in a line, by the form's name and what it holds: "Add MMedLM 2". */
export function draftTitle(form: string, kept: AnyDraft): string {
  const [, where, number] = /^(revise|amend):(\d+)/.exec(form) ?? []
  if (where) return where === 'revise' ? `Revise proposal ${number}` : `Amend a change of proposal ${number}`
  const { about } = kept.draft
  const name = about ?? ''
  switch (kept.shape) {
    case 'entry':
      return titleOf([{ op: form.startsWith('edit:') || about !== undefined ? 'edit' : 'add', name: nameIn(kept.draft.values) || name }])
    case 'removal':
      return titleOf([{ op: 'remove', name }])
    case 'move':
      return titleOf([{ op: 'move', name }])
    case 'passage':
      return titleOf([{ op: 'text', name: about ?? 'the text' }])
    case 'paste':
      return pastedTitle(kept.draft.values.rows?.length ?? 0)
  }
}

function nameIn({ model, dataset, more }: Values): string {
  return [model.name, dataset.name, ...Object.values(more)].map((text) => text.trim()).find((text) => text !== '') ?? ''
}

function pastedTitle(rows: number): string {
  if (rows === 0) return 'Add entries that were pasted'
  return rows === 1 ? 'Add a pasted entry' : `Add ${rows} pasted entries`
}
