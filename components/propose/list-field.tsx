'use client'

import { X } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useController } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { addNames } from './list-names'
import { SuggestInput } from './suggest-input'
import { useProblem } from './text-fields'
import type { Values } from './values'
import { labelOf } from './words'

interface Props {
  name: 'model.base' | 'model.data'
  help: string
  suggestions: string[]
  placeholder: string
}

/** A list of names: what is typed joins it by Enter, by "Add", or by going on; each can be taken out, the last called back. */
export function ListField({ name, help, suggestions, placeholder }: Props) {
  const { field } = useController<Values, Props['name']>({ name })
  const [said, setSaid] = useState('')
  const listId = useId()
  const { names, typing } = field.value
  const error = useProblem(name)

  function add(text: string) {
    if (text.trim() === '') return
    const { list, added, known } = addNames(names, text)
    field.onChange({ names: list, typing: '' })
    setSaid([...added.map((item) => `Added ${item}.`), ...known.map((item) => `${item} is listed already.`)].join(' '))
  }

  function remove(index: number) {
    field.onChange({ names: names.filter((_, other) => other !== index), typing })
    setSaid(`Removed ${names[index]}.`)
    document.getElementById(name)?.focus()
  }

  function callBack(event: KeyboardEvent) {
    const last = names.at(-1)
    if (event.key !== 'Backspace' || typing !== '' || last === undefined) return
    event.preventDefault()
    field.onChange({ names: names.slice(0, -1), typing: last })
    setSaid(`${last} is back in the input.`)
  }

  const open = suggestions.filter((item) => !names.some((taken) => taken.toLowerCase() === item.toLowerCase()))
  return (
    <div className="flex flex-col gap-2">
      <Field id={name} label={labelOf(name)} mark="optional" help={help} error={error}>
        <ListInput
          {...{ typing, placeholder, callBack, add }}
          suggestions={open}
          inputRef={field.ref}
          onType={(next) => field.onChange({ names, typing: next })}
          onLeave={() => {
            add(typing)
            field.onBlur()
          }}
        />
      </Field>
      {names.length > 0 && (
        <ul id={listId} aria-label={`${labelOf(name)}, listed`} className="flex flex-wrap gap-2">
          {names.map((item, index) => (
            <li key={item} className="inline-flex max-w-full items-center rounded-md bg-accent-soft text-sm text-accent">
              <span className="min-w-0 py-1 pl-2.5 wrap-anywhere">{item}</span>
              <button type="button" onClick={() => remove(index)} className="rounded-md p-2 hover:text-ink">
                <X aria-hidden className="size-3.5" />
                <span className="sr-only">Remove {item}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">{said}</p>
    </div>
  )
}

interface InputProps {
  typing: string
  placeholder: string
  suggestions: string[]
  inputRef: (element: HTMLInputElement | null) => void
  onType: (text: string) => void
  onLeave: () => void
  callBack: (event: KeyboardEvent) => void
  add: (text: string) => void
}

/** The list's input; what `Field` clones in (id, descriptions) goes to the input itself. */
function ListInput({ typing, inputRef, onLeave, callBack, add, ...input }: InputProps) {
  return (
    <div className="flex gap-2">
      <SuggestInput
        {...input}
        ref={inputRef}
        value={typing}
        onPick={add}
        onEnter={() => add(typing)}
        onKeyDown={callBack}
        onBlur={onLeave}
      />
      <Button type="button" onClick={() => add(typing)}>Add</Button>
    </div>
  )
}
