import { tellChange, type ChangeAt } from '@/lib/api/represent'
import type { ApiChange } from '@/lib/api/schemas'
import { kindOf, type ReadEntry } from '@/lib/catalog/entry'
import { escapeXml } from '@/lib/download/xml'
import { stepsOf, type FieldStep } from '@/lib/proposals/field-steps'
import type { Shown } from '@/lib/proposals/shown-value'
import { stepsOf as stepsBetween } from '@/lib/readme/changes/content'

const done: Record<ApiChange['op'], string> = { added: 'Added', edited: 'Changed', moved: 'Moved', removed: 'Removed', restored: 'Listed again' }

/** A change in a line: "Added: UNI (model, Vision models)", "Moved: UNI (model, from Vision models to Text)". */
export function changeTitle(change: ChangeAt): string {
  const { name, section } = change.after
  const from = cameFrom(change)
  const place = from === null ? section.heading : `from ${from} to ${section.heading}`
  return `${done[tellChange('', change).op]}: ${name} (${kindOf(change.kind).words.one}, ${place})`
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
export function changeSteps({ kind, before, after }: ChangeAt): FieldStep[] {
  const nothing = { kind, fields: {}, raw: {}, more: {} } as ReadEntry
  const isListed = before !== null && !before.removed && !after.removed
  const steps = stepsBetween(isListed ? before.entry : nothing, after.entry) ?? {}
  return stepsOf({ ...steps, fields: Object.fromEntries(Object.entries(steps.fields ?? {}).filter(([, step]) => !isPlainNo(step))) })
}

/** Of what is new, a plain no says nothing. */
function isPlainNo(step: { before?: unknown; after?: unknown }): boolean {
  return step.before === undefined && step.after === false
}

/** The heading of the section that an entry left for another; null where it stayed, or came or went. */
function cameFrom({ before, after }: ChangeAt): string | null {
  if (!before || before.removed || after.removed || before.section.slug === after.section.slug) return null
  return before.section.heading
}

function moved(change: ChangeAt): string[] {
  const { before, after } = change
  const from = cameFrom(change)
  if (from !== null) return [`<p>From “${escapeXml(from)}” to “${escapeXml(after.section.heading)}”.</p>`]
  if (!before || tellChange('', change).op !== 'moved') return []
  return [`<p>${after.rank < before.rank ? 'Further up' : 'Further down'} in “${escapeXml(after.section.heading)}”.</p>`]
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
