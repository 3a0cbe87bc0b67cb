'use client'

import { useId, useState, type ComponentProps, type KeyboardEvent } from 'react'
import { matching, step } from './suggest'

interface Props extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'defaultValue'> {
  value: string
  suggestions: string[]
  onType: (value: string) => void
  /** A suggestion was chosen; unless told otherwise it is as if typed. */
  onPick?: (value: string) => void
  /** Enter where no suggestion is marked. */
  onEnter?: () => void
}

/**
 * A text input that suggests; anything may be typed. After the ARIA pattern of an editable combobox with a list; what else
 * was tried is in docs/decisions/0008-native-elements.md.
 */
export function SuggestInput({ value, suggestions, onType, onPick = onType, onEnter, ...given }: Props) {
  const { onKeyDown, onBlur, className = '', ...input } = given
  const listId = useId()
  const [open, setOpen] = useState(false)
  const [marked, setMarked] = useState(-1)
  const shown = open ? matching(suggestions, value) : []

  function show(visible: boolean) {
    setOpen(visible)
    setMarked(-1)
  }

  function pick(item: string) {
    show(false)
    onPick(item)
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event)
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const chosen = shown[marked]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setOpen(true)
      setMarked(step(marked, event.key === 'ArrowDown' ? 1 : -1, matching(suggestions, value).length))
    } else if (event.key === 'Enter' && chosen !== undefined) pick(chosen)
    else if (event.key === 'Enter' && onEnter) onEnter()
    else if (event.key === 'Escape' && shown.length > 0) show(false)
    else return
    event.preventDefault()
  }

  return (
    <div className="relative min-w-0 grow">
      <input
        {...input}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={shown.length > 0 ? listId : undefined}
        aria-activedescendant={shown[marked] === undefined ? undefined : `${listId}-${marked}`}
        autoComplete="off"
        className={`control ${className}`}
        value={value}
        onClick={() => setOpen(true)}
        onKeyDown={handleKey}
        onChange={(event) => {
          show(true)
          onType(event.target.value)
        }}
        onBlur={(event) => {
          show(false)
          onBlur?.(event)
        }}
      />
      {shown.length > 0 && <Suggestions id={listId} items={shown} marked={marked} onPick={pick} />}
    </div>
  )
}

interface SuggestionsProps {
  id: string
  items: string[]
  marked: number
  onPick: (item: string) => void
}

function Suggestions({ id, items, marked, onPick }: SuggestionsProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      className="absolute inset-x-0 top-full z-20 mt-1 overflow-hidden rounded-md border border-edge bg-surface py-1 text-sm shadow-lg"
    >
      {items.map((item, index) => (
        <div
          key={item}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === marked}
          // On press, and the input keeps the focus: leaving it would mean being done.
          onMouseDown={(event) => {
            event.preventDefault()
            onPick(item)
          }}
          className="cursor-default px-3 py-1.5 wrap-anywhere hover:bg-sunken aria-selected:bg-accent-soft aria-selected:text-accent"
        >
          {item}
        </div>
      ))}
    </div>
  )
}
