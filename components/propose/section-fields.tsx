'use client'

import { useFormContext } from 'react-hook-form'
import { Field, Fieldset } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { kindOf } from '@/lib/catalog/entry'
import { endOf, type Place } from '@/lib/readme/place'
import type { SectionFrame } from '@/lib/readme/preview'
import { Criteria } from './criteria'
import { FormPart } from './form-part'
import { usePropose, useSection } from './propose-context'
import { useProblem } from './text-fields'
import type { Values } from './values'
import { labelOf } from './words'

/** Where the entry will stand: its section, and the end of the section's table. */
export function SectionFields() {
  const { kind, sections } = usePropose()
  const { register } = useFormContext<Values>()
  const section = useSection()
  return (
    <FormPart title="Where it belongs">
      <Field
        id="section"
        label={labelOf('section')}
        help={`The part of the list that the ${kindOf(kind).words.one} fits best.`}
        error={useProblem('section')}
      >
        <Select {...register('section')}>
          <option value="">Choose a section…</option>
          {sections.map(({ slug: value, heading, size }) => <option key={value} value={value}>{`${heading} (${size})`}</option>)}
        </Select>
      </Field>
      <Criteria section={section} />
      <Fieldset id="place" label={labelOf('place')} error={useProblem('place')}>
        <div className="flex flex-col gap-2 text-sm">
          {places.map(({ value, words }) => (
            <label key={value} className="flex items-start gap-2.5">
              <input type="radio" value={value} className="mt-1 size-4 shrink-0 accent-accent" {...register('place')} />
              <span>{words(section)}</span>
            </label>
          ))}
        </div>
      </Fieldset>
    </FormPart>
  )
}

const manners = { start: 'at the start: newest first', end: 'at the end: newest last' }

const places: { value: Place; words: (section: SectionFrame | undefined) => string }[] = [
  {
    value: 'manner',
    words: (section) => `Where this list puts new entries${section ? ` (${manners[endOf('manner', section.frame)]})` : ''}`,
  },
  { value: 'start', words: () => 'At the start of the table' },
  { value: 'end', words: () => 'At the end of the table' },
]
