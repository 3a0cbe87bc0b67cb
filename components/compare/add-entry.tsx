import { kindNames } from '@/components/entry/words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { EntryKind } from '@/lib/catalog/entry'
import type { EntryRef } from '@/lib/catalog/view'
import { writeName } from '@/lib/catalog/named'
import { comparePath } from '@/lib/compare/address'

interface Props {
  /** What is compared already. */
  names: readonly string[]
  /** What was looked for; "" where nothing was. */
  words: string
  found: readonly { kind: EntryKind; slug: string; name: string; section: string }[]
  /** Entries that have to do with what is compared. */
  near: readonly EntryRef[]
}

/** Looks for another entry to compare: a plain form, whose answers are links to the comparison with one more. */
export function AddEntry({ names, words, found, near }: Props) {
  const others = found.filter((entry) => !names.includes(writeName(entry)))
  return (
    <section aria-labelledby="add" className="space-y-4 print:hidden">
      <h2 id="add" className="text-xl font-semibold">{names.length === 0 ? 'Choose what to compare' : 'Compare with another'}</h2>
      <form role="search" aria-label="Look for an entry to compare" action="/compare" className="flex flex-wrap items-end gap-3">
        {names.map((name) => <input key={name} type="hidden" name="entry" value={name} />)}
        <div className="grow sm:max-w-sm"><Field label="Name of a model or dataset" id="add-q"><Input type="search" name="add" maxLength={200} defaultValue={words} /></Field></div>
        <Button>Look for it</Button>
      </form>
      {words !== '' && others.length === 0 && <p role="status">Nothing else in the catalog is called so. Try a part of its name.</p>}
      {others.length > 0 && <Choices label="Found" names={names} entries={others} />}
      {words === '' && near.length > 0 && <Choices label="Related" names={names} entries={near} />}
    </section>
  )
}

function Choices({ label, names, entries }: { label: string; names: readonly string[]; entries: readonly (EntryRef & { section?: string })[] }) {
  return (
    <div>
      <p className="mb-1 text-sm text-muted">{label}</p>
      <ul aria-label={label} className="flex flex-wrap gap-x-5 gap-y-1">
        {entries.map((entry) => (
          <li key={writeName(entry)}>
            <a href={comparePath([...names, writeName(entry)])} className="link"><span className="sr-only">Compare with </span>{entry.name}</a>
            {entry.section && <span className="text-sm text-muted"> {kindNames[entry.kind].one.toLowerCase()} in {entry.section}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
