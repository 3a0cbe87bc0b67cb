'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

const words = { idle: 'Copy', copied: 'Copied', refused: 'Select the line to copy it' } as const

/** Copies a text, which `what` calls for who hears the page; hidden where no script runs. A browser that refuses says so, instead of nothing. */
export function CopyButton({ what, text }: { what: string; text: string }) {
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
      {words[state]}{state === 'idle' && <span className="sr-only"> {what}</span>}
    </Button>
  )
}
