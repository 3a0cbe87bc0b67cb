import { changePath } from '@/components/entry/paths'
import type { EntryRef } from '@/lib/catalog/view'

const kinds = [
  { what: 'edit', label: 'What it says' },
  { what: 'move', label: 'Where it stands' },
  { what: 'remove', label: 'Remove it' },
] as const

interface Props {
  entry: Pick<EntryRef, 'kind' | 'slug'>
  /** The form that is shown. */
  at: (typeof kinds)[number]['what']
}

/** The ways to change an entry, from one form to the others. */
export function ChangeKinds({ entry, at }: Props) {
  return (
    <nav aria-label="What to change" className="mt-2">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {kinds.map(({ what, label }) => (
          <li key={what}>
            {what === at ? (
              <span aria-current="page" className="border-b-2 border-accent pb-1 font-medium">{label}</span>
            ) : (
              <a href={changePath(entry, what)} className="link">{label}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
