import type { DiffLine } from '@/lib/readme/line-diff'

/** A line of the README, against a count of those left out. */
export type ReadmeLine = Exclude<DiffLine, { type: 'gap' }>

/** A stretch of a README diff as the page shows it: content lines open, padding lines folded, gaps counted. */
export type DiffFold =
  | { type: 'content'; lines: ReadmeLine[] }
  | { type: 'padding'; lines: ReadmeLine[] }
  | { type: 'gap'; lines: number }

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
