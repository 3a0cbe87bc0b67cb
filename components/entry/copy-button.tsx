'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

const words = { idle: 'Copy', copied: 'Copied', refused: 'Select the line to copy it' } as const

/** Copies a text; hidden where no script runs. A browser that refuses says so, instead of nothing. */
export function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<keyof typeof words>('idle')
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('refused')
    }
  }
  return (
    <Button type="button" size="small" variant="quiet" className="noscript:hidden" onClick={copy} aria-live="polite">
      {words[state]}
    </Button>
  )
}
