import { z } from 'zod'
import { escapeCell, isPrintable, isVisible } from './text'
import { encodeUrl, urlProblem } from './url'

/** The rules of single fields, named once: forms, actions, the command line and the kinds build on these. */

/** One line of text: trimmed, printable, 1 to `max` characters. */
export function line(max: number, missing = 'Fill this in.') {
  return z
    .string()
    .trim()
    .min(1, missing)
    .max(max, `Keep it under ${max} characters.`)
    .refine((text) => text === '' || isVisible(text), missing)
    .refine(isPrintable, 'Line breaks and control characters do not fit into a table cell.')
}

/** Several lines of text: trimmed, at most `max` characters, printable but for line breaks and tabs. */
export function note(max: number, tooLong: string) {
  return z
    .string()
    .trim()
    .max(max, tooLong)
    .refine((text) => text.split(/[\r\n\t]/).every(isPrintable), 'Leave out control characters and marks that turn text around.')
}

/**
 * A number that the database counts with, from 1: a proposal's, a version's, a catalog revision, a row's. Its columns have 32 bits, and it
 * refuses to compare them with more.
 */
export const counted = z.int32().positive()

/** The place of a change among those of its version, from 0; as such a number. */
export const ordinal = z.int32().nonnegative()

/** An address: http or https, at most 2,000 characters; characters that no address may hold come out percent-encoded. */
export const url = z
  .string()
  .trim()
  .min(1, 'Give the address.')
  .max(2000, 'Keep the address under 2,000 characters.')
  .superRefine((value, context) => {
    const problem = value === '' ? undefined : urlProblem(value)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
  .transform(encodeUrl)

/** A label that leads to an address; `missing` asks for the label. */
export function linkTo(missing: string) {
  return z.object({ label: line(300, missing), url })
}

/** A link by any label. */
export const linkSchema = linkTo('Name the link.')

/** A list of names without repetitions (compared without regard to case). */
export function names(max: number) {
  return z
    .array(line(120, 'Name it, or remove this line.'))
    .max(max, `List at most ${max}.`)
    .superRefine((items, context) => {
      const seen = new Set<string>()
      items.forEach((item, index) => {
        const key = item.toLowerCase()
        if (seen.has(key)) context.addIssue({ code: 'custom', path: [index], message: 'This is listed already.' })
        seen.add(key)
      })
    })
}

/**
 * A cell of inline markdown, at most 2,000 characters on one line. Its grammar is its own: what would end the cell, a bare
 * pipe or a backslash before the cell's edge, comes out escaped.
 */
export const markdownCell = z
  .string()
  .trim()
  .max(2000, 'Keep it under 2,000 characters.')
  .refine(isPrintable, 'Line breaks and control characters do not fit into a table cell.')
  .transform(escapeCell)
