import type { ShortDiff } from '@/lib/proposals/short-diff'
import type { Piece } from './changed-words'
import { foldDiff, pairWords, type DiffFold, type ReadmeLine } from './diff-folds'
import { Pieces } from './pieces'

/**
 * What a proposal does to README.md, line by line. Content stands open; padding, which only keeps the columns aligned, is
 * folded, because ninety re-padded rows around one new row are noise to whoever decides.
 */
export function ReadmeDiff({ diff }: { diff: ShortDiff }) {
  return (
    <div className="overflow-hidden rounded-lg border bg-surface">
      <p className="border-b bg-sunken px-4 py-2 text-sm text-muted">{summary(diff)}</p>
      <div className="font-mono text-[0.8125rem] leading-6">
        {foldDiff(diff.lines).map((fold, index) => (
          // The folds of one diff never reorder.
          <Fold key={index} fold={fold} />
        ))}
      </div>
      {diff.more > 0 && <p className="border-t bg-sunken px-4 py-2 text-sm text-muted">The rest of the difference, {lines(diff.more)}, is too long to be shown here.</p>}
    </div>
  )
}

function summary({ added, removed, padding }: ShortDiff): string {
  const parts = [`${lines(added)} added`, `${lines(removed)} removed`]
  if (padding > 0) parts.push(`${lines(padding)} changed in padding only`)
  return parts.join(', ')
}

function lines(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`
}

function Fold({ fold }: { fold: DiffFold }) {
  if (fold.type === 'gap') {
    return <p className="border-y bg-sunken px-4 py-0.5 font-sans text-xs text-muted">{lines(fold.lines)} {fold.padding ? 'padded anew' : 'unchanged'}</p>
  }
  if (fold.type === 'content') {
    return (
      <ol>
        {pairWords(fold.lines).map(({ line, pieces }, index) => (
          <Line key={index} line={line} pieces={pieces} />
        ))}
      </ol>
    )
  }
  return (
    <details className="group border-y">
      <summary className="cursor-pointer px-4 py-1 font-sans text-xs text-muted hover:text-ink">
        {fold.lines.length === 1 ? '1 line changes' : `${fold.lines.length} lines change`} in padding only
      </summary>
      {/* Here the columns' edges are the matter, so lines do not wrap; the box scrolls, by keyboard too. */}
      <div role="region" aria-label="Lines that change in padding only" tabIndex={0} className="overflow-x-auto text-muted">
        <ol className="w-max min-w-full">
          {fold.lines.map((line, index) => (
            <Line key={index} line={line} pieces={null} />
          ))}
        </ol>
      </div>
    </details>
  )
}

const signs = {
  context: { sign: ' ', said: '', look: 'text-muted', strong: '' },
  added: { sign: '+', said: 'Added: ', look: 'bg-added text-ink', strong: 'bg-success/20' },
  removed: { sign: '−', said: 'Removed: ', look: 'bg-removed text-ink', strong: 'bg-danger/20' },
  padding: { sign: '~', said: '', look: '', strong: '' },
} as const

/** One line: its number in the README (before, where it goes away), a sign that does not rely on colour, its text. */
function Line({ line, pieces }: { line: ReadmeLine; pieces: Piece[] | null }) {
  const { sign, said, look, strong } = signs[line.type]
  const wraps = line.type === 'padding' ? 'whitespace-pre pr-4' : 'whitespace-pre-wrap wrap-anywhere pr-4'
  return (
    <li className={`grid grid-cols-[2.75rem_1.25rem_minmax(0,1fr)] sm:grid-cols-[3.5rem_1.5rem_minmax(0,1fr)] ${look}`}>
      <span className="pr-2 text-right sm:pr-3 text-muted select-none">{line.after ?? line.before}</span>
      <span aria-hidden="true" className="select-none">{sign}</span>
      <span className={wraps}>
        {said && <span className="sr-only">{said}</span>}
        {pieces ? <Pieces pieces={pieces} look={strong} /> : line.text}
      </span>
    </li>
  )
}
