import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { kindRules, type NoticeKind, type Pace } from '@/lib/notices/kinds'
import { paceLabels, partLabels } from './kind-labels'

interface Props {
  kinds: { kind: NoticeKind; pace: Pace }[]
  /** Null: they may only read. */
  save: ((form: FormData) => Promise<void>) | null
}

/** How soon somebody is e-mailed of each kind; works without JavaScript. */
export function PaceForm({ kinds, save }: Props) {
  const parts = (['own', 'watched', 'review'] as const)
    .map((part) => ({ part, rows: kinds.filter(({ kind }) => kindRules[kind].part === part) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <form {...(save && { action: save })} className="space-y-8">
      {parts.map(({ part, rows }) => (
        <fieldset key={part} disabled={save === null}>
          <legend className="mb-1 font-medium">{partLabels[part]}</legend>
          <div className="divide-y border-y">
            {rows.map((row) => <PaceRow key={row.kind} {...row} />)}
          </div>
        </fieldset>
      ))}
      {save && <Button variant="primary">Keep these settings</Button>}
    </form>
  )
}

function PaceRow({ kind, pace }: { kind: NoticeKind; pace: Pace }) {
  const { label, paces } = kindRules[kind]
  return (
    <div className="flex items-center justify-between gap-6 py-2.5">
      <label htmlFor={`pace-${kind}`} className="min-w-0 text-sm">{label}</label>
      {/* React resets a form to its default values; the key makes what was kept the default. */}
      <div className="w-36 shrink-0">
        <Select key={pace} id={`pace-${kind}`} name={kind} defaultValue={pace} className="py-1">
          {paces.map((one) => <option key={one} value={one}>{paceLabels[one]}</option>)}
        </Select>
      </div>
    </div>
  )
}
