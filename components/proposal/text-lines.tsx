import type { TextLine } from '@/lib/proposals/told'

/** Lines of the README's text that go and that come. */
export function TextLines({ lines }: { lines: readonly TextLine[] }) {
  return (
    <ol className="overflow-hidden rounded-md border font-mono text-[0.8125rem] leading-6">
      {lines.map((line, index) => <Line key={index} line={line} />)}
    </ol>
  )
}

const signs = {
  removed: { sign: '−', said: 'Removed: ', look: 'bg-removed' },
  added: { sign: '+', said: 'Added: ', look: 'bg-added' },
} as const

function Line({ line: { type, text, table } }: { line: TextLine }) {
  const { sign, said, look } = signs[type]
  return (
    <li className={`grid grid-cols-[1.5rem_minmax(0,1fr)] px-3 text-ink ${look}`}>
      <span aria-hidden="true" className="select-none">{sign}</span>
      <span className="whitespace-pre-wrap wrap-anywhere">
        <span className="sr-only">{said}</span>
        {table === null ? text || <span className="text-muted">an empty line</span> : <em className="font-sans">the table “{table}”</em>}
      </span>
    </li>
  )
}
