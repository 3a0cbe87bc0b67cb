import { tellChange, type ChangeAt } from '@/lib/api/represent'
import type { ApiChange, ApiState } from '@/lib/api/schemas'
import { kindOf } from '@/lib/catalog/entry'
import { escapeXml } from '@/lib/download/xml'
import { stepsOf, type FieldStep } from '@/lib/proposals/field-steps'
import type { Shown } from '@/lib/proposals/shown-value'

const done: Record<ApiChange['op'], string> = { added: 'Added', edited: 'Changed', moved: 'Moved', removed: 'Removed', restored: 'Listed again' }

/** A change in a line: "Added: UNI (model, Vision models)". */
export function changeTitle(change: ChangeAt): string {
  const { name, section } = change.after
  return `${done[tellChange('', change).op]}: ${name} (${kindOf(change.kind).words.one}, ${section.heading})`
}

/** What a change was made with. */
export interface Reasons {
  /** The proposal's title and its proposer's note. */
  title: string
  rationale: string
}

/** A change as HTML: what was said of it, and what it did to the entry, field by field. */
export function changeHtml(change: ChangeAt, { title, rationale }: Reasons): string {
  const notes = [title, rationale].filter((text) => text !== '').map((text) => `<p>${escapeXml(text)}</p>`)
  return [...notes, ...moved(change), table(changeSteps(change))].join('\n')
}

/** What a change did to an entry's fields; of an entry that came or went, all that it said. */
export function changeSteps(change: ChangeAt): FieldStep[] {
  const { before, after } = change
  const [old, fresh] = [before && !before.removed ? before.entry : null, after.removed ? null : after.entry]
  // Of what goes, feeds say what it was.
  if (!fresh) return between(null, after.entry)
  return between(old, fresh)
}

function between(before: Told | null, after: Told): FieldStep[] {
  return stepsOf(pairs(before, after) as Parameters<typeof stepsOf>[0])
}

type Told = Pick<ApiState, 'raw' | 'more'> & { fields: object }
type Pairs = Record<string, { before: unknown; after: unknown }>

function pairs(before: Told | null, after: Told): Record<'fields' | 'raw' | 'more', Pairs> {
  return { fields: differing(before?.fields, after.fields), raw: differing(before?.raw, after.raw), more: differing(before?.more, after.more) }
}

function differing(before: object = {}, after: object): Pairs {
  const [old, fresh] = [before as Record<string, unknown>, after as Record<string, unknown>]
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
  return Object.fromEntries(names.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(fresh[name])).map((name) => [name, { before: old[name], after: fresh[name] }]))
}

function moved({ before, after }: ChangeAt): string[] {
  if (!before || before.section.slug === after.section.slug) return []
  return [`<p>From “${escapeXml(before.section.heading)}” to “${escapeXml(after.section.heading)}”.</p>`]
}

function table(steps: readonly FieldStep[]): string {
  const told = steps.filter(({ before, after }) => before.length + after.length > 0)
  return told.length === 0 ? '' : `<dl>\n${told.map(row).join('')}</dl>`
}

function row({ label, before, after }: FieldStep): string {
  const was = before.length > 0 ? `<dd><del>${shown(before)}</del></dd>` : ''
  return `<dt>${escapeXml(label)}</dt>${was}${after.length > 0 ? `<dd>${shown(after)}</dd>` : ''}\n`
}

function shown(parts: readonly Shown[]): string {
  return parts.map(({ text, url }) => (url === undefined ? escapeXml(text) : `<a href="${escapeXml(url)}">${escapeXml(text)}</a>`)).join('; ')
}
