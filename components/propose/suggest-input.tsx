'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import type { ComponentProps, KeyboardEvent } from 'react'

interface Props extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'defaultValue'> {
  value: string
  suggestions: string[]
  onType: (value: string) => void
  /** A suggestion was chosen; unless told otherwise it is as if typed. */
  onPick?: (value: string) => void
  /** Enter where no suggestion is marked. */
  onEnter?: () => void
}

/** A text input that suggests; anything may be typed. The native datalist can't be styled, and screen readers read it unevenly. */
export function SuggestInput({ value, suggestions, onType, onPick, onEnter, onKeyDown, className = '', ...input }: Props) {
  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event)
    const marked = event.currentTarget.hasAttribute('aria-activedescendant')
    if (event.key !== 'Enter' || marked || event.nativeEvent.isComposing || !onEnter) return
    event.preventDefault()
    onEnter()
  }
  return (
    <Autocomplete.Root
      items={suggestions}
      value={value}
      limit={40}
      openOnInputClick
      onValueChange={(next, { reason }) => (reason === 'item-press' ? (onPick ?? onType)(next) : onType(next))}
    >
      <Autocomplete.Input {...input} autoComplete="off" className={`control ${className}`} onKeyDown={handleKey} />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-20 outline-none">
          <Autocomplete.Popup className="max-h-72 w-(--anchor-width) overflow-y-auto rounded-md border border-edge bg-surface py-1 text-sm shadow-lg data-empty:hidden">
            <Autocomplete.List>
              {(item: string) => (
                <Autocomplete.Item
                  key={item}
                  value={item}
                  className="cursor-default px-3 py-1.5 wrap-anywhere outline-none data-highlighted:bg-accent-soft data-highlighted:text-accent"
                >
                  {item}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
