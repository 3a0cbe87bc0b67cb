import { None } from '@/components/entry/marks'
import { Notice } from '@/components/ui/notice'
import type { ToldClash } from '@/lib/proposals/clashes'
import type { Shown } from '@/lib/proposals/shown-value'
import type { FormAction } from './form-action'
import { SettleForm } from './settle-form'

interface Props {
  clashes: readonly ToldClash[]
  /** For whoever may settle them: how, and of which version. */
  settle?: { action: FormAction; proposal: number; version: number } | undefined
}

const most = 50

/** What the catalog and a proposal changed in different ways; until it is settled, the proposal cannot be accepted. */
export function ClashList({ clashes, settle }: Props) {
  if (clashes.length === 0) return null
  return (
    <Notice tone="warning" title={clashes.length === 1 ? 'One change clashes with the catalog' : `${clashes.length} changes clash with the catalog`}>
      <p className="mt-1">The catalog changed the same otherwise since. A maintainer can settle it, amend the change, or leave it out; its proposer can revise it.</p>
      <ul className="mt-3 divide-y divide-warning/30 border-t border-warning/30">
        {clashes.slice(0, most).map((clash, index) => <ClashItem key={index} clash={clash} />)}
      </ul>
      {clashes.length > most && <p className="mt-2">And {clashes.length - most} more.</p>}
      {settle && fieldsByChange(clashes).map((one) => <SettleForm key={one.ordinal} {...settle} {...one} />)}
    </Notice>
  )
}

/** The fields that clash, and the texts, change by change. */
function fieldsByChange(clashes: readonly ToldClash[]): { ordinal: number; fields: { name: string; label: string }[]; passage: string | null }[] {
  const fields = clashes.flatMap(({ field, of, passage }) => (of ? [{ ...of, label: field ?? 'The text', passage }] : []))
  const ordinals = [...new Set(fields.map(({ ordinal }) => ordinal))]
  return ordinals.map((ordinal) => {
    const own = fields.filter((one) => one.ordinal === ordinal)
    return { ordinal, fields: own.filter(({ name }, at) => own.findIndex((one) => one.name === name) === at), passage: own[0]?.passage ?? null }
  })
}

function ClashItem({ clash: { section, entry, field, what, base, ours, theirs } }: { clash: ToldClash }) {
  return (
    <li className="py-3">
      <p className="font-medium wrap-anywhere">{[entry, section ?? 'Text around the tables'].filter(Boolean).join(' in ')}{field && `: ${field}`}</p>
      {field === null && <p className="wrap-anywhere">{what}</p>}
      {base.length + ours.length + theirs.length > 0 && (
        <dl className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-3">
          <Value term="It was" shown={base} />
          <Value term="The catalog says" shown={ours} />
          <Value term="Proposed" shown={theirs} />
        </dl>
      )}
    </li>
  )
}

function Value({ term, shown }: { term: string; shown: readonly Shown[] }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{term}</dt>
      <dd className="whitespace-pre-wrap wrap-anywhere">
        {shown.length === 0 && <None />}
        {shown.map(({ text, url }, index) => <span key={index} className="block">{text}{url !== undefined && ` (${url})`}</span>)}
      </dd>
    </div>
  )
}
