import type { Context } from '../context'
import type { Draft, Rule } from '../finding'
import { placeAt } from '../spot'

const dateLine = /^Last updated: *(.*)$/i
const numbers = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})\b/

/** A line that should tell a date, and tells none. */
export const dateLineRule: Rule = {
  name: 'date-line',
  reason: 'Readers judge by it whether the list is kept.',
  severity: 'warning',
  check: ({ lines }: Context): Draft[] =>
    lines.flatMap(({ text, kind }, index) => {
      const told = kind === 'text' ? dateLine.exec(text)?.[1]?.trim() : undefined
      if (told === undefined || isDate(told)) return []
      return [{ place: placeAt(index, text.length - told.length), message: told === '' ? 'This line tells no date.' : `"${told.slice(0, 40)}" is no date.` }]
    }),
}

/** Figures must make a day of the calendar; in words, a date has a year or a day in it, or is an image that shows one. */
function isDate(told: string): boolean {
  const found = numbers.exec(told)
  if (!found) return /\d/.test(told) || /[[<!]/.test(told)
  const [, year, month, day] = found.map(Number) as [number, number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
