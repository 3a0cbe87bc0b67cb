import { splitRow } from '@/lib/readme/row'
import type { DiffLine } from '@/lib/readme/line-diff'
import { changedWords, whole, type Piece } from './changed-words'

/** A line of the README, against a count of those left out. */
export type ReadmeLine = Exclude<DiffLine, { type: 'gap' }>

/** A stretch of a README diff as the page shows it: content lines open, padding lines folded, gaps counted. */
export type DiffFold =
  | { type: 'content'; lines: ReadmeLine[] }
  | { type: 'padding'; lines: ReadmeLine[] }
  | { type: 'gap'; lines: number; padding?: true }

/** Gathers neighbouring lines of one sort into stretches, in the diff's order; no line is lost. */
export function foldDiff(diff: readonly DiffLine[]): DiffFold[] {
  const folds: DiffFold[] = []
  for (const line of diff) {
    const last = folds.at(-1)
    if (line.type === 'gap') {
      folds.push(line)
      continue
    }
    const type = line.type === 'padding' ? 'padding' : 'content'
    if (last && last.type === type) last.lines.push(line)
    else folds.push({ type, lines: [line] })
  }
  return folds
}

/** A line with its text in pieces, where it went or came in the place of another; null where nothing of it is set off. */
export interface PairedLine {
  line: ReadmeLine
  pieces: Piece[] | null
}

/** Sets off the words that differ where as many lines come as go: cells' padding is no difference. */
export function pairWords(lines: readonly ReadmeLine[]): PairedLine[] {
  const paired: PairedLine[] = lines.map((line) => ({ line, pieces: null }))
  for (let at = 0; at < lines.length; ) {
    const gone = runOf(lines, at, 'removed')
    const come = runOf(lines, at + gone, 'added')
    for (let index = 0; gone === come && index < gone; index++) {
      const [was, is] = [paired[at + index] as PairedLine, paired[at + gone + index] as PairedLine]
      const pieces = changedCells(was.line.text, is.line.text)
      was.pieces = pieces.before
      is.pieces = pieces.after
    }
    at += Math.max(1, gone + come)
  }
  return paired
}

function runOf(lines: readonly ReadmeLine[], from: number, type: ReadmeLine['type']): number {
  let end = from
  while (lines[end]?.type === type) end++
  return end - from
}

/** The same of two rows of a table whose cells stand over each other: what differs between each two, but not around them. */
function changedCells(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const changed = changedWords(before, after)
  const isRow = before.startsWith('|') && splitRow(before).length === splitRow(after).length
  const quiet = (pieces: Piece[]) => pieces.flatMap((piece) => (piece.changed ? withoutPadding(piece.text) : [piece]))
  return isRow ? { before: quiet(changed.before), after: quiet(changed.after) } : changed
}

function withoutPadding(text: string): Piece[] {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return [...whole(before, false), ...whole(words, true), ...whole(after, false)]
}
