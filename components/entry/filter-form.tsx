import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { entryKinds, type EntryKind } from '@/lib/catalog/entry'
import type { Filter } from '@/lib/catalog/queries'
import { kindNames } from './words'

interface Props {
  filter: Filter
  sections: { slug: string; heading: string; kind: EntryKind }[]
  subfields: string[]
}

const four = 'grid-cols-2 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_minmax(0,1fr)_auto]'
// No model, no subfield.
const three = 'grid-cols-1 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_auto]'

/** The home page's filters: a plain form whose state is the address, so that every view of the catalog can be linked to. */
export function FilterForm({ filter, sections, subfields }: Props) {
  return (
    <form role="search" action="/" className={`grid gap-4 lg:items-end ${subfields.length > 0 ? four : three}`}>
      {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
      <div className="col-span-full lg:col-span-1">
        <Field label="Search" id="filter-q">
          <Input type="search" name="q" defaultValue={filter.q} maxLength={200} placeholder="A name, title, base model or data" />
        </Field>
      </div>
      <Field label="Section" id="filter-section">
        <Select name="section" defaultValue={filter.section ?? ''}>
          <option value="">All sections</option>
          {entryKinds.map((kind) => <Group key={kind} kind={kind} sections={sections.filter((section) => section.kind === kind)} />)}
        </Select>
      </Field>
      {subfields.length > 0 && (
        <Field label="Subfield of models" id="filter-subfield">
          <Select name="subfield" defaultValue={filter.subfield ?? ''}>
            <option value="">All subfields</option>
            {subfields.map((subfield) => <option key={subfield}>{subfield}</option>)}
          </Select>
        </Field>
      )}
      <Button variant="primary" className="col-span-full lg:col-span-1">Search</Button>
    </form>
  )
}

function Group({ kind, sections }: { kind: EntryKind; sections: Props['sections'] }) {
  if (sections.length === 0) return null
  return <optgroup label={kindNames[kind].many}>{sections.map(({ slug, heading }) => <option key={slug} value={slug}>{heading}</option>)}</optgroup>
}
