import type { ReactNode } from 'react'
import type { Shown } from '@/lib/proposals/shown-value'
import type { FieldStep } from '@/lib/proposals/field-steps'
import { changedWords, whole, type Piece } from './changed-words'
import { Pieces } from './pieces'

/** A field before and after, the one above the other, with what differs set off. */
export function FieldChange({ step: { label, before, after }, children }: { step: FieldStep; children?: ReactNode }) {
  const [was, is] = [before[0], after[0]]
  const alone = before.length === 1 && after.length === 1
  const text = alone && was && is ? changedWords(was.text, is.text) : null
  const urls = alone && was?.url !== undefined && is?.url !== undefined ? changedWords(was.url, is.url) : null
  return (
    <div className="grid gap-x-6 gap-y-1 border-t py-2.5 last:pb-0 @lg:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="min-w-0 space-y-1">
        <Side sign="−" said="Before" look="bg-removed" values={before} others={after} text={text?.before} url={urls?.before} />
        <Side sign="+" said="After" look="bg-added" values={after} others={before} text={text?.after} url={urls?.after} />
        {children && <div className="pl-4">{children}</div>}
      </dd>
    </div>
  )
}

interface SideProps {
  sign: string
  said: string
  look: string
  values: readonly Shown[]
  /** The other side's: what stands there too is not what changes. */
  others: readonly Shown[]
  text: Piece[] | undefined
  url: Piece[] | undefined
}

function Side({ sign, said, look, values, others, text, url }: SideProps) {
  return (
    <div className="grid grid-cols-[1rem_minmax(0,1fr)] text-sm leading-6">
      <span aria-hidden="true" className="font-mono text-muted select-none">{sign}</span>
      <div className="min-w-0 wrap-anywhere">
        <span className="sr-only">{said}: </span>
        {values.length === 0 && <span className="text-muted">none</span>}
        <ul className={values.length > 1 ? 'space-y-0.5' : ''}>
          {values.map((value, index) => (
            // The parts of one value never reorder.
            <li key={index}>
              <Pieces pieces={text ?? whole(value.text, !isIn(value, others))} look={`px-0.5 text-ink ${look}`} />
              {value.url !== undefined && (
                <span className="block font-mono text-[0.8125em] text-muted">
                  <Pieces pieces={url ?? whole(value.url, !isIn(value, others))} look={`px-0.5 text-ink ${look}`} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function isIn(value: Shown, others: readonly Shown[]): boolean {
  return others.some(({ text, url }) => text === value.text && url === value.url)
}
