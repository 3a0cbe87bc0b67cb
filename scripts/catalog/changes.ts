import type { ChangeView } from '@/lib/proposals/change-view'
import type { ToldClash } from '@/lib/proposals/clashes'
import type { Shown } from '@/lib/proposals/shown-value'

/** A change in lines of text: what it does to what, and how. */
export function sayChange(change: ChangeView): string {
  switch (change.op) {
    case 'add':
      return `Add ${change.name} to ${change.section.heading}\n`
    case 'edit':
      return `Edit ${change.name} in ${change.section.heading}\n${change.steps.map(({ label, before, after }) => `  ${label}: ${say(before)} → ${say(after)}\n`).join('')}`
    case 'remove':
      return `Remove ${change.name} from ${change.section.heading}${change.into ? `, as it repeats ${change.into.name}` : ''}\n${change.reason ? `  ${change.reason}\n` : ''}`
    case 'move':
      return `Move ${change.name} in ${change.section.heading}${change.to ? ` to ${change.to.heading}` : ''}: ${change.where}\n`
    case 'text':
      return `Text\n${change.lines.map(({ type, text, table }) => `  ${type === 'added' ? '+' : '-'} ${table === null ? text : `(the table "${table}")`}\n`).join('')}`
    case 'layout':
      return `Layout of ${change.section.heading}\n${change.words.map((words) => `  ${words}\n`).join('')}`
  }
}

/** A clash in a line. */
export function sayClash({ section, entry, field, what, ours, theirs }: ToldClash): string {
  const place = [entry, section ?? 'the text around the tables'].filter((part) => part !== null).join(' in ')
  return `Clash: ${field === null ? '' : `${field} of `}${place}. ${what} The catalog says ${say(ours)}; proposed is ${say(theirs)}.\n`
}

function say(shown: readonly Shown[]): string {
  return shown.map(({ text, url }) => (url === undefined ? text.trim() : `${text} (${url})`)).join(', ') || 'nothing'
}
