'use client'

import { useRouter } from 'next/navigation'
import { useHotkeys } from 'react-hotkeys-hook'
import { KeysHelp, toggleKeysHelp, whileNoDialog, type KeyWords } from './keys-help'
import { KeysHint } from './keys-hint'

interface Props {
  /** The pages before and behind this one in the queue; null at its ends. */
  previous: string | null
  next: string | null
  /** Whether the viewer may decide, so that the form's keys do something. */
  decides: boolean
}

const moving: KeyWords[] = [
  { keys: 'j', does: 'The next proposal' },
  { keys: 'k', does: 'The one before' },
  { keys: 'o', does: 'Open the entry' },
  { keys: 'c', does: 'Comment' },
  { keys: 'u', does: 'Back to the queue' },
  { keys: '?', does: 'These keys' },
]

const deciding: KeyWords[] = [
  { keys: 'a', does: 'Accept, and go on to the next' },
  { keys: 'r', does: 'Reject: write why, then Ctrl+Enter' },
  { keys: 'q', does: 'Ask for changes: write what, then Ctrl+Enter' },
]

/** Moves through the queue by keys; those that decide are the form's own. Typing into a field is no key. */
export function ReviewKeys({ previous, next, decides }: Props) {
  const router = useRouter()
  const go = (path: string | null) => path && router.push(path)
  useHotkeys('j', () => void go(next), whileNoDialog, [next])
  useHotkeys('k', () => void go(previous), whileNoDialog, [previous])
  useHotkeys('u', () => void go('/review'), whileNoDialog)
  useHotkeys('o', () => document.querySelector<HTMLElement>('main [data-entry-link]')?.click(), whileNoDialog)
  useHotkeys('c', () => document.querySelector<HTMLElement>('textarea[name="body"]')?.focus(), { ...whileNoDialog, preventDefault: true })
  useHotkeys('?', toggleKeysHelp, { useKey: true })
  return (
    <>
      <KeysHint />
      <KeysHelp words={decides ? [...deciding, ...moving] : moving} />
    </>
  )
}
