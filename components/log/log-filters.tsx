import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { doneNames, type LogFilter } from '@/lib/catalog/log-filter'

const words: Record<(typeof doneNames)[number], string> = {
  added: 'Entries added',
  edited: 'Entries changed',
  removed: 'Entries removed',
  moved: 'Entries moved',
  text: 'Text and tables',
}

interface Props {
  filter: LogFilter
  sections: readonly { slug: string; heading: string }[]
}

/** What the log is narrowed by: a plain form whose state is the address, so that every view of it can be kept and sent. */
export function LogFilters({ filter: { did, section, person }, sections }: Props) {
  return (
    <form role="search" aria-label="Filter the log" className="mb-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-[repeat(3,minmax(0,1fr))_auto] lg:items-end">
      <Field label="What was done" id="log-did">
        <Select name="did" defaultValue={did ?? ''}>
          <option value="">Anything</option>
          {doneNames.map((name) => <option key={name} value={name}>{words[name]}</option>)}
        </Select>
      </Field>
      <Field label="Section" id="log-section">
        <Select name="section" defaultValue={section ?? ''}>
          <option value="">All sections</option>
          {sections.map(({ slug, heading }) => <option key={slug} value={slug}>{heading}</option>)}
        </Select>
      </Field>
      <Field label="Proposed or accepted by" id="log-person"><Input name="person" defaultValue={person} maxLength={100} autoComplete="off" /></Field>
      <Button className="self-end justify-self-start">Filter</Button>
    </form>
  )
}
