'use client'

import { useHotkeys } from 'react-hotkeys-hook'
import { KeysHelp, toggleKeysHelp, whileNoDialog } from './keys-help'
import { KeysHint } from './keys-hint'

const words = [
  { keys: 'j', does: 'The next proposal' },
  { keys: 'k', does: 'The one before' },
  { keys: 'o', does: 'Open it' },
  { keys: '?', does: 'These keys' },
]

/** Moves through the queue's rows by keys: the focus goes from link to link, and Enter opens. */
export function QueueKeys() {
  useHotkeys('j', () => step(1), whileNoDialog)
  useHotkeys('k', () => step(-1), whileNoDialog)
  useHotkeys('o', () => (document.activeElement instanceof HTMLAnchorElement ? document.activeElement : links()[0])?.click(), whileNoDialog)
  useHotkeys('?', toggleKeysHelp, { useKey: true })
  return (
    <>
      <KeysHint />
      <KeysHelp words={words} />
    </>
  )
}

function links(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[data-queue-link]')]
}

function step(by: number) {
  const all = links()
  const at = all.findIndex((link) => link === document.activeElement)
  all[at === -1 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus()
}
