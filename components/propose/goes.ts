import { z } from 'zod'
import type { EntryKind } from '@/lib/catalog/entry'
import { counted, ordinal } from '@/lib/catalog/schema'

const version = { proposal: counted, version: counted }

/**
 * Where what a form holds goes: it becomes a new proposal; or waits in the tray, a new thing there (`item` null) or in the place of one;
 * or becomes the next version of one's own, made from the `version` read; or what a maintainer makes of one change of somebody's.
 */
export const goesSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('submit') }),
  z.object({ to: z.literal('tray'), item: counted.nullable() }),
  z.object({ to: z.literal('revise'), ...version }),
  z.object({ to: z.literal('amend'), ...version, ordinal }),
])
export type Goes = z.output<typeof goesSchema>

/** Where a form that proposes something new can send it instead: into the tray. */
export const intoTray = { to: 'tray', item: null } as const satisfies Goes

/** What the button that sends it says. */
export const goesWords: Record<Goes['to'], { button: string; after: string }> = {
  submit: { button: 'Send for review', after: 'A maintainer decides. You can revise or withdraw it until then.' },
  tray: { button: 'Put into the tray', after: 'Nothing is sent yet: what is in your tray goes together, as one proposal.' },
  revise: { button: 'Send the new version', after: 'A maintainer decides. You can revise or withdraw it until then.' },
  amend: { button: 'Amend the change', after: 'The change as it was sent is kept beside it. Nothing is accepted yet.' },
}

/** The name of a form among a person's, `own` being its own: what was typed into one comes back into no other. */
export function formName(goes: Goes, own: string): string {
  if (goes.to === 'amend') return `amend:${goes.proposal}/${goes.ordinal}`
  if (goes.to === 'revise') return `revise:${goes.proposal}`
  if (goes.to === 'tray' && goes.item !== null) return `tray:${goes.item}`
  return own
}

/** The own name of a form that changes an entry: its fields, or with `what` that it stands in the list, and where. */
export function changeForm({ kind, key }: { kind: EntryKind; key: string }, what: 'edit' | 'remove' | 'move' = 'edit'): string {
  return `${what}:${kind}/${key}`
}

/** The own name of the form of a passage, that above the table of a section, or, null, that behind the last one. */
export function passageForm(above: string | null): string {
  return above === null ? 'text' : `text:${above}`
}

/** The page of that form. */
export function passagePath(above: string | null): string {
  return above === null ? '/propose/text/last' : `/propose/text/above/${above}`
}

/** The own name of the form of many entries. */
export const pasteForm = 'paste'

const pages: [form: RegExp, path: string][] = [
  [/^amend:(\d+)\/(\d+)$/, '/review/$1/amend/$2'],
  [/^revise:(\d+)$/, '/proposals/$1/revise'],
  [/^tray:(\d+)$/, '/tray/$1'],
  [/^edit:(\w+)\/([\w-]+)$/, '/propose/$1/$2'],
  [/^(remove|move):(\w+)\/([\w-]+)$/, '/propose/$2/$3/$1'],
  [/^(model|dataset|table|paste)$/, '/propose/$1'],
  [/^text:([\w-]+)$/, '/propose/text/above/$1'],
  [/^text$/, '/propose/text/last'],
]

/** The page of a form by its name; null of a name that no form has. */
export function pageOfForm(form: string): string | null {
  const page = pages.find(([shape]) => shape.test(form))
  return page ? form.replace(...page) : null
}

/** The page that shows what was sent, by the number that it got. */
export function pathAfter(goes: Goes, id: number): string {
  if (goes.to === 'tray') return '/tray'
  return goes.to === 'amend' ? `/review/${id}` : `/proposals/${id}`
}

/** The proposal that a form is about already, and its version. */
export function proposalIn(goes: Goes): { proposal: number; version: number } | null {
  return goes.to === 'submit' || goes.to === 'tray' ? null : goes
}
