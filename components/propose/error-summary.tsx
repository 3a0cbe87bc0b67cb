'use client'

import type { MouseEvent } from 'react'
import { Notice } from '@/components/ui/notice'
import type { FieldProblem } from './field-errors'
import { labelOf } from './words'

/** Every error at the top, after a send that failed; each leads to its field. */
export function ErrorSummary({ problems }: { problems: FieldProblem[] }) {
  const title = problems.length === 1 ? 'One field needs another look.' : `${problems.length} fields need another look.`
  return (
    <Notice tone="error" title={title}>
      <ul className="mt-1 list-disc pl-5">
        {problems.map(({ path, message }) => (
          <li key={path}>
            <a href={`#${path}`} className="link" onClick={(event) => goTo(event, path)}>{labelOf(path)}</a>: {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The focus goes along with the view, which a fragment alone does not promise. */
function goTo(event: MouseEvent, path: string) {
  const field = document.getElementById(path)
  if (!field) return
  event.preventDefault()
  field.focus()
}
