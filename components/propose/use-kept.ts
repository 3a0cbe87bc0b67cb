'use client'

import { useCallback, useState } from 'react'
import type { z } from 'zod'

/**
 * A state that the browser keeps until it is forgotten, where it keeps anything. `attach` is the ref of the element that shows it: with
 * the element, what was kept comes back.
 */
export function useKept<T>(key: string, schema: z.ZodType<T>, start: T) {
  const [value, setValue] = useState(start)
  const [ready, setReady] = useState(false)

  const attach = useCallback(() => {
    const kept = load(key, schema)
    if (kept !== null) setValue(kept)
    setReady(true)
  }, [key, schema])

  return {
    value,
    ready,
    attach,
    keep(next: T) {
      setValue(next)
      store((storage) => storage.setItem(key, JSON.stringify(next)))
    },
    forget: () => store((storage) => storage.removeItem(key)),
  }
}

function load<T>(key: string, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(window.localStorage.getItem(key) ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    // A storage that refuses, or what another version of the page left.
    return null
  }
}

function store(use: (storage: Storage) => void): void {
  try {
    use(window.localStorage)
  } catch {
    // It stays on the page alone.
  }
}
