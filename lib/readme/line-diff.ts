import { diffArrays } from 'diff'
import { splitRow } from './row'

/** A line of a README and what it is ("row:<entry>", "header", …), so that a rewritten line is known for the same. */
export interface KeyedLine {
  key: string
  text: string
  /** How many lines it stands for that were not read, where it does: they stay the same, or where its text changes all are padded anew. */
  unread?: number
}

/**
 * One line of a difference; numbers are README lines from 1. `padding`: the same cells, padded otherwise (`was`: the
 * line before). `gap`: so many lines left out because nothing changes there, or nothing
 * but their padding.
 */
export type DiffLine =
  | { type: 'context' | 'added' | 'removed' | 'padding'; before: number | null; after: number | null; text: string; was?: string }
  | { type: 'gap'; lines: number; padding?: true }

/** How many unchanged lines are shown around a change. */
const around = 3

/** The difference between two stretches of a README that begin at the same line. */
export function diffLines(before: readonly KeyedLine[], after: readonly KeyedLine[], firstLine = 1): DiffLine[] {
  const lines: DiffLine[] = []
  const at = { before: 0, after: 0 }
  const numbers = { before: firstLine, after: firstLine }
  const sides = { before, after }
  const next = (side: 'before' | 'after'): Numbered => {
    const { text, unread } = sides[side][at[side]++] as KeyedLine
    const number = numbers[side]
    numbers[side] += unread ?? 1
    return { number, text, ...(unread !== undefined && { unread }) }
  }
  for (const block of blocksBetween(before, after)) {
    for (let count = 0; count < block.value.length; count++) {
      if (block.added) lines.push(added(next('after')))
      else if (block.removed) lines.push(removed(next('before')))
      else lines.push(...kept(next('before'), next('after')))
    }
  }
  return foldContext(lines)
}

interface Block {
  value: string[]
  added?: boolean
  removed?: boolean
}

/**
 * Stretches of lines, told between one line that was not read and the next where these stay in their order. Each stands for many: compared as
 * one, a few of them would pass for moved where several rows moved across them.
 */
function blocksBetween(before: readonly KeyedLine[], after: readonly KeyedLine[]): Block[] {
  const [was, is] = [cutAtUnread(before), cutAtUnread(after)]
  if (String(was.unread) !== String(is.unread)) return blocksOf(before.map(({ key }) => key), after.map(({ key }) => key))
  return was.pieces.flatMap((piece, index) => {
    const unread = was.unread[index]
    return [...blocksOf(piece, is.pieces[index] as string[]), ...(unread === undefined ? [] : [{ value: [unread] }])]
  })
}

/** The keys of lines that were not read, and of those above the first, between them, and below the last. */
function cutAtUnread(lines: readonly KeyedLine[]): { unread: string[]; pieces: string[][] } {
  const cut = { unread: [] as string[], pieces: [[]] as string[][] }
  for (const { key, unread } of lines) {
    if (unread === undefined) cut.pieces.at(-1)?.push(key)
    else {
      cut.unread.push(key)
      cut.pieces.push([])
    }
  }
  return cut
}

// The time grows with the square of the changes: beyond so many nobody reads which lines stayed.
const mostEdits = 2_000

/** Stretches of lines that stayed, went or came; where nearly all changed, all of them went and came. */
function blocksOf(before: string[], after: string[]): Block[] {
  const all = [{ value: before, removed: true }, { value: after, added: true }]
  return diffArrays(before, after, { maxEditLength: mostEdits }) ?? all
}

interface Numbered {
  number: number
  text: string
  unread?: number
}

function added({ number, text }: Numbered): DiffLine {
  return { type: 'added', before: null, after: number, text }
}

function removed({ number, text }: Numbered): DiffLine {
  return { type: 'removed', before: number, after: null, text }
}

function kept(was: Numbered, now: Numbered): DiffLine[] {
  if (now.unread !== undefined) return [{ type: 'gap', lines: now.unread, ...(was.text !== now.text && { padding: true }) }]
  const both = { before: was.number, after: now.number, text: now.text }
  if (was.text === now.text) return [{ type: 'context', ...both }]
  if (isSamePadded(was.text, now.text)) return [{ type: 'padding', ...both, was: was.text }]
  return [removed(was), added(now)]
}

/** Whether two table rows differ in nothing but padding; a delimiter's dashes are padding too. */
function isSamePadded(was: string, now: string): boolean {
  const bare = (line: string) => splitRow(line).map((cell) => cell.replace(/^(:?)-{2,}(:?)$/, '$1--$2'))
  return JSON.stringify(bare(was)) === JSON.stringify(bare(now))
}

function foldContext(lines: DiffLine[]): DiffLine[] {
  const isChange = ({ type }: DiffLine) => type !== 'context' && type !== 'gap'
  const near = lines.map((_, index) => lines.slice(Math.max(0, index - around), index + around + 1).some(isChange))
  const folded: DiffLine[] = []
  lines.forEach((line, index) => {
    const last = folded.at(-1)
    const left = line.type === 'gap' ? line.lines : 1
    if (near[index] && line.type !== 'gap') folded.push(line)
    else if (line.type === 'gap' && line.padding) folded.push(line)
    else if (last?.type === 'gap' && !last.padding) last.lines += left
    else folded.push({ type: 'gap', lines: left })
  })
  return folded
}
