'use client'

import { Plus } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Fieldset } from '@/components/ui/field'
import { DuplicateNotice } from './duplicate-notice'
import { ListEvidence } from './field-evidence'
import type { LinkRole } from '@/lib/catalog/label'
import { LinkFields } from './link-fields'
import { useProblem } from './text-fields'
import type { Values } from './values'
import { labelOf } from './words'

interface Props {
  name: 'dataset.papers' | 'dataset.links'
  role: LinkRole
  help: string
  example: string
  most: number
}

/** Several links, each with its label. An empty row is no mistake: it is not sent. */
export function LinkList({ name, role, help, example, most }: Props) {
  const { control, setFocus } = useFormContext<Values>()
  const { fields, append, remove } = useFieldArray<Values, Props['name']>({ control, name })
  const one = role === 'paper' ? 'paper' : 'link'

  function takeOut(index: number) {
    remove(index)
    const next = Math.min(index, fields.length - 2)
    if (next >= 0) setFocus(`${name}.${next}.url`)
    else document.getElementById(`${name}-add`)?.focus()
  }

  return (
    <Fieldset id={name} label={labelOf(name)} mark="optional" help={help} error={useProblem(name)}>
      <div className="mt-1 flex flex-col gap-5">
        <ol className="flex flex-col gap-5">
          {fields.map((row, index) => (
            <li key={row.id} className="flex flex-col gap-2 border-l-2 pl-4">
              <LinkFields url={`${name}.${index}.url`} label={`${name}.${index}.label`} role={role} example={example} />
              {fields.length > 1 && (
                <Button type="button" size="small" variant="quiet" className="-ml-2.5 self-start" onClick={() => takeOut(index)}>
                  Remove {one} {index + 1}
                </Button>
              )}
            </li>
          ))}
        </ol>
        <DuplicateNotice field={name} />
        <ListEvidence name={name} add={(link) => append(link, { shouldFocus: false })} />
        {fields.length < most && (
          <Button
            type="button"
            size="small"
            id={`${name}-add`}
            className="self-start"
            onClick={() => append({ label: '', url: '' }, { focusName: `${name}.${fields.length}.url` })}
          >
            <Plus aria-hidden className="size-4" /> Add {fields.length === 0 ? 'a' : 'another'} {one}
          </Button>
        )}
      </div>
    </Fieldset>
  )
}
