import type { Shown } from '@/lib/proposals/shown-value'
import type { FieldStep } from '@/lib/proposals/field-steps'
import { changedParts, type Cut } from './changed-part'

/** A field before and after, the one above the other, with what differs set off. */
export function FieldChange({ step: { label, before, after } }: { step: FieldStep }) {
  const [was, is] = [before[0], after[0]]
  const alone = before.length === 1 && after.length === 1
  const cut = alone && was && is ? changedParts(was.text, is.text) : null
  const urls = alone && was?.url !== undefined && is?.url !== undefined ? changedParts(was.url, is.url) : null
  return (
    <div className="grid gap-x-6 gap-y-1 border-t py-2.5 last:pb-0 @lg:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="min-w-0 space-y-1">
        <Side sign="−" said="Before" look="bg-removed" values={before} others={after} text={cut?.before} url={urls?.before} />
        <Side sign="+" said="After" look="bg-added" values={after} others={before} text={cut?.after} url={urls?.after} />
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
  text: Cut | undefined
  url: Cut | undefined
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
              <Marked cut={text ?? whole(value.text, isIn(value, others))} look={look} />
              {value.url !== undefined && (
                <span className="block font-mono text-[0.8125em] text-muted">
                  <Marked cut={url ?? whole(value.url, isIn(value, others))} look={look} />
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

function whole(text: string, same: boolean): Cut {
  return same ? { start: text, changed: '', end: '' } : { start: '', changed: text, end: '' }
}

function Marked({ cut: { start, changed, end }, look }: { cut: Cut; look: string }) {
  return (
    <>
      {start}
      {changed && <span className={`rounded-sm px-0.5 text-ink ${look}`}>{changed}</span>}
      {end}
    </>
  )
}
