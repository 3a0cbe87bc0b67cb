import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '../change'
import { parse, sectionsOf, type Part, type Readme } from '../parse'
import { patch } from '../patch'
import { isUnseen, sectionsNear, unseenFrame } from '../reach'
import { render } from '../render'
import { dear } from '../testing/cases'
import { documents } from '../testing/nasty-markdown'
import { readAround } from './around'
import { itemsOf, linesOf, partsOf } from './items'
import { sectionsByKey } from './side'

/** Lines of a list's text in the place of others: how far down they stand, how many go, and what comes. */
interface Edit {
  at: number
  gone: number
  lines: string[]
}

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc
    .tuple(fc.nat(), fc.nat({ max: 3 }), documents, fc.nat(), fc.nat({ max: 4 }))
    .map(([at, gone, text, from, count]) => {
      const lines = linesOf(text)
      const start = from % (lines.length + 1)
      return { at, gone, lines: lines.slice(start, start + count) }
    }),
  { minLength: 1, maxLength: 2 },
)

/** The changes that edits are, where they can be made: none of them touches a table, or another. */
function changesOf(parts: readonly Part[], made: readonly Edit[]) {
  const items = itemsOf(parts)
  const changes = made.map(({ at, gone, lines }) => {
    const start = at % (items.length + 1)
    const behind = items.findIndex((item, index) => index >= start && typeof item !== 'string')
    const end = Math.min(start + gone, behind === -1 ? items.length : behind)
    return { op: 'text' as const, at: start, before: items.slice(start, end), after: lines as Item[] }
  })
  const [first, second] = changes.toSorted((a, b) => a.at - b.at)
  return first && second && first.at + first.before.length >= second.at ? [first] : changes
}

function withEdits(parts: readonly Part[], changes: ReturnType<typeof changesOf>): Part[] {
  const items = itemsOf(parts)
  for (const { at, before, after } of changes.toSorted((a, b) => b.at - a.at)) items.splice(at, before.length, ...after)
  return partsOf(items, sectionsByKey(parts)) ?? []
}

const withoutRows = (parts: readonly Part[]) => parts.map((part) => ('prose' in part ? part : { section: { ...part.section, rows: [] } }))

/** The list of which no tables are looked at but those of these sections. */
const seen = (parts: readonly Part[], keys: readonly string[]) =>
  parts.map((part) => ('prose' in part || keys.includes(part.section.key) ? part : { section: { ...part.section, frame: unseenFrame } }))

/** What is read anew: the parts without what nobody looks at. */
const toldOf = (parts: readonly Part[] | null, keys?: readonly string[]) =>
  parts && seen(parts, keys ?? sectionsOf(parts).map(({ key }) => key)).map((part) => ('prose' in part ? part.prose : part.section))

describe('a text that changed', () => {
  it('is read by the tables around it as it is by all', () => {
    const found = { near: 0, far: 0 }
    fc.assert(
      fc.property(documents, documents, edits, (text, more, made) => {
        const stripped = readAround([], withoutRows(parse(`${text}\n\n${more}`).parts))
        if (!stripped) return
        const changes = changesOf(stripped, made)
        const all = readAround([], withEdits(stripped, changes))
        expect(toldOf(readAround(stripped, withEdits(stripped, changes)))).toEqual(toldOf(all))
        const keys = sectionsNear({ parts: stripped, problems: [] }, changes.map(({ at }) => at))
        const part = seen(stripped, keys)
        const near = readAround(part, withEdits(part, changes))
        if (near && sectionsOf(near).some(isUnseen)) found.near++
        else if (all && sectionsOf(part).some(isUnseen)) found.far++
        if (near) expect(toldOf(near, keys)).toEqual(toldOf(all, keys))
      }),
      dear(2),
    )
    expect(found.near).toBeGreaterThan(found.far / 2)
  })

  it('is read so as it is with all rows', () => {
    fc.assert(
      fc.property(documents, documents, edits, (text, more, made) => {
        const whole = parse(`${text}\n\n${more}`)
        const changes = changesOf(whole.parts, made)
        const keys = sectionsNear(whole, changes.map(({ at }) => at))
        const outline: Readme = { parts: seen(withoutRows(whole.parts), keys), problems: [] }
        const [near, all] = [patch(outline, changes), patch(whole, changes)]
        if (!near.ok || !sectionsOf(near.value.parts).some(isUnseen)) return
        expect(all.ok).toBe(true)
        // A line feed right behind a row's carriage return is no line of its own, but only where somebody sees that row.
        const isSeam = render(withEdits(whole.parts, changes)) !== (all.ok && render(all.value.parts))
        if (all.ok && !isSeam) expect(toldOf(seen(withoutRows(all.value.parts), keys))).toEqual(toldOf(near.value.parts, keys))
      }),
      dear(2),
    )
  })

  const listed = '# T\n\n- item\n\n  | A |\n  | - |\n\n  Words.\n\n| B |\n| - |\n\n# X\n\n| C |\n| - |\n\n# Z\n\n| D |\n| - |\n\n| E |\n| - |\n\nMore.\n\n| F |\n| - |\n\nEnd.\n'
  const tables = parse(listed).parts
  const headings = (parts: readonly Part[] | null) => parts && sectionsOf(parts).map(({ heading }) => heading).join('')

  /** The headings that tables have once lines are put in behind another, by the tables near and by all. */
  function readBoth(behind: string, lines: string[], parts: readonly Part[] = tables) {
    const change = { op: 'text' as const, at: itemsOf(parts).indexOf(behind) + 1, before: [], after: lines }
    const part = seen(parts, sectionsNear({ parts: [...parts], problems: [] }, [change.at]))
    return { near: headings(readAround(part, withEdits(part, [change]))), all: headings(readAround([], withEdits(parts, [change]))) }
  }

  it.each([
    ['the heading of one table', '# X\n', ['\n', '# Y\n'], 'TTYZZZ', 'TTYZZZ'],
    ['the heading of the last', 'More.\n', ['\n', '# Y\n'], 'TTXZZY', 'TTXZZY'],
    ['the end', 'End.\n', ['\n', '# Y\n'], 'TTXZZZ', 'TTXZZZ'],
    ['the heading of more than are looked at', '# Z\n', ['\n', '# Y\n'], null, 'TTXYYY'],
    ['what goes on in a list', '  Words.\n', ['\n', '  # Y\n'], null, 'TTXZZZ'],
    ['what swallows tables', 'More.\n', ['<!--\n'], null, null],
  ])('is read by the tables around it, or not, where it changes %s', (_, behind, lines, near, all) => {
    expect(readBoth(behind, lines)).toEqual({ near, all })
  })

  it('is read as a whole where the tables around do not have the headings that they are told to have', () => {
    const parts = tables.map((part) => ('section' in part && part.section.heading === 'X' ? { section: { ...part.section, heading: 'W' } } : part))
    expect(readBoth('# X\n', ['\n', 'Words.\n'], parts)).toEqual({ near: null, all: 'TTXZZZ' })
  })

  it('cannot be put together where more has to be looked at', () => {
    const parts = seen(tables, ['x'])
    const at = itemsOf(parts).indexOf('More.\n')
    expect(patch({ parts, problems: [] }, [{ op: 'text', at, before: ['More.\n'], after: ['Less.\n'] }])).toMatchObject({ ok: false, code: 'conflict' })
  })
})
