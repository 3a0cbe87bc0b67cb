import type { TextLine } from '@/lib/proposals/told'
import { changedWords, whole, type Piece } from './changed-words'
import { Pieces } from './pieces'

/** Lines of the README's text that go and that come; where as many come as go, what differs between them is set off. */
export function TextLines({ lines }: { lines: readonly TextLine[] }) {
  const [removed, added] = [lines.filter(({ type }) => type === 'removed'), lines.filter(({ type }) => type === 'added')]
  const isPaired = removed.length === added.length
  const piecesOf = (line: TextLine): Piece[] => {
    const index = (line.type === 'removed' ? removed : added).indexOf(line)
    const [was, is] = [removed[index], added[index]]
    if (!isPaired || !was || !is) return whole(line.text, false)
    return changedWords(was.text, is.text)[line.type === 'removed' ? 'before' : 'after']
  }
  return (
    <ol className="overflow-hidden rounded-md border font-mono text-[0.8125rem] leading-6">
      {lines.map((line, index) => <Line key={index} line={line} pieces={piecesOf(line)} />)}
    </ol>
  )
}

const signs = {
  removed: { sign: '−', said: 'Removed: ', look: 'bg-removed', strong: 'bg-danger/20' },
  added: { sign: '+', said: 'Added: ', look: 'bg-added', strong: 'bg-success/20' },
} as const

function Line({ line: { type, text, table }, pieces }: { line: TextLine; pieces: Piece[] }) {
  const { sign, said, look, strong } = signs[type]
  return (
    <li className={`grid grid-cols-[1.5rem_minmax(0,1fr)] px-3 text-ink ${look}`}>
      <span aria-hidden="true" className="select-none">{sign}</span>
      <span className="whitespace-pre-wrap wrap-anywhere">
        <span className="sr-only">{said}</span>
        {table !== null && <em className="font-sans">the table “{table}”</em>}
        {table === null && text === '' && <span className="font-sans text-muted">an empty line</span>}
        <Pieces pieces={pieces} look={strong} />
      </span>
    </li>
  )
}
