import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { QueueCounts } from '@/lib/proposals/queue'
import type { QueueFilter } from '@/lib/proposals/queue-filter'
import { subjectWords } from './subject-words'

interface Props {
  filter: QueueFilter
  counts: QueueCounts
}

const flags = [
  { name: 'newcomer', label: 'Of newcomers', count: ({ newcomers }: QueueCounts) => newcomers },
  { name: 'duplicates', label: 'Likely duplicates', count: () => null },
  { name: 'moved', label: 'Changed since', count: () => null },
  { name: 'mine', label: 'I’m reviewing', count: ({ mine }: QueueCounts) => mine },
] as const

/** What the queue is narrowed by: a plain form whose state is the address, so that every view of it can be kept. */
export function QueueFilters({ filter, counts }: Props) {
  return (
    <form role="search" aria-label="Filter the queue" className="mb-6 grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-[repeat(3,minmax(0,1fr))_auto] lg:items-end">
      <Field label="Kind" id="queue-kind">
        <Select name="kind" defaultValue={filter.kind ?? ''}>
          <option value="">All kinds</option>
          {counts.kinds.map(({ kind, count }) => <option key={kind} value={kind}>{`${subjectWords[kind]} (${count})`}</option>)}
        </Select>
      </Field>
      <Field label="Section" id="queue-section">
        <Select name="section" defaultValue={filter.section ?? ''}>
          <option value="">All sections</option>
          {counts.sections.map(({ slug, heading, count }) => <option key={slug} value={slug}>{`${heading} (${count})`}</option>)}
        </Select>
      </Field>
      <Field label="Waiting" id="queue-age">
        <Select name="age" defaultValue={filter.age ?? ''}>
          <option value="">However long</option>
          <option value="day">A day or longer</option>
          <option value="week">A week or longer</option>
          <option value="month">A month or longer</option>
        </Select>
      </Field>
      <Button className="self-end sm:col-span-3 lg:col-span-1">Filter</Button>
      <div className="col-span-full flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {flags.map(({ name, label, count }) => (
          <label key={name} className="flex items-center gap-2">
            <input type="checkbox" name={name} value="yes" defaultChecked={filter[name] === 'yes'} className="size-4 accent-accent" />
            {label}{count(counts) !== null && <span className="text-muted">({count(counts)})</span>}
          </label>
        ))}
      </div>
    </form>
  )
}
