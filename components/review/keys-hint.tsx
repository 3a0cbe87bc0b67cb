'use client'

import { useSyncExternalStore } from 'react'
import { toggleKeysHelp } from './keys-help'

const never = () => () => {}

/** Tells that there are keys, once the page listens to them; a screen that has no keyboard is not told. */
export function KeysHint() {
  const listens = useSyncExternalStore(never, () => true, () => false)
  return (
    <p className={`mb-4 hidden text-sm text-muted lg:block ${listens ? '' : 'invisible'}`}>
      <button type="button" onClick={toggleKeysHelp} className="link">Keys</button>: press <kbd className="font-mono">?</kbd>
    </p>
  )
}
