import { titleOf } from '@/lib/proposals/title'
import type { Values } from './values'

/** What an unsent form would propose, in a line, by the form's name and what it holds: "Add MMedLM 2". */
export function draftTitle(form: string, { model, dataset, more }: Values): string {
  const [, where, number] = /^(revise|amend):(\d+)/.exec(form) ?? []
  if (where) return where === 'revise' ? `Revise proposal ${number}` : `Amend a change of proposal ${number}`
  const name = [model.name, dataset.name, ...Object.values(more)].map((text) => text.trim()).find((text) => text !== '') ?? ''
  return titleOf([{ op: form.startsWith('edit:') ? 'edit' : 'add', name }])
}
