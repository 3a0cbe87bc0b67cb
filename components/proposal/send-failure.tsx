import type { MouseEvent } from 'react'
import { Notice } from '@/components/ui/notice'
import type { Failure } from '@/lib/errors'

interface Props {
  failure: Failure | null
  /** The page that the form is on. */
  path: string
  onReload: (event: MouseEvent) => void
}

/**
 * Why a form could not be sent, with the way on. Fields' own errors stand beside them. Links open a tab of their own where
 * leaving the page would lose what was typed.
 */
export function SendFailure({ failure, path, onReload }: Props) {
  if (!failure || failure.fields) return null
  return (
    <Notice tone="error" title={titles[failure.code] ?? 'This did not go through'}>
      <p>{failure.message}</p>
      {failure.code === 'conflict' && (
        <p className="mt-2"><a href={path} onClick={onReload} className="link">Show the proposal as it is now</a></p>
      )}
      {failure.code === 'signed-out' && (
        <p className="mt-2">
          <a href={`/sign-in?to=${encodeURIComponent(path)}`} target="_blank" rel="noopener" className="link">
            Sign in again in a new tab
          </a>
          , then come back here and send this again.
        </p>
      )}
    </Notice>
  )
}

const titles: Partial<Record<Failure['code'], string>> = {
  conflict: 'Something happened meanwhile',
  'signed-out': 'Your session ended',
  forbidden: 'You may not do this',
  limited: 'Too much at once',
}
