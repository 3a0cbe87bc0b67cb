'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { inWords } from '@/components/entry/words'
import type { DraftNews } from './use-draft'
import { LineClashes } from './line-clashes'
import { labelOf } from './words'

interface Props<V extends object> {
  news: DraftNews<V>
  /** The proposal's present version; null for a new proposal. */
  version: number | null
  startOver: () => void
  bringBack: (values: V) => void
}

/** Tells that an earlier draft is back, with the way to begin anew, which can be taken back. */
export function DraftNotice<V extends object>({ news, version, startOver, bringBack }: Props<V>) {
  if (news === null) return null
  if (news.kind === 'dropped') {
    return (
      <Notice tone="info" title="You started over.">
        <div className="mt-2">
          <Button type="button" size="small" onClick={() => bringBack(news.values)}>Bring back what I had typed</Button>
        </div>
      </Notice>
    )
  }
  if (news.kind === 'joined') {
    return (
      <Notice tone={news.both.length > 0 ? 'warning' : 'info'} title="Another tab or device typed here too.">
        <p>What was typed there is in this form now. {news.both.length > 0 && `Typed in both: ${inWords(news.both.map(labelOf))}; what you typed here stands.`}</p>
        {news.clashes.length > 0 && <LineClashes clashes={news.clashes} typed="You typed" />}
      </Notice>
    )
  }
  // Of a proposal that was decided since, it goes as a new one.
  const stale = version !== null && news.version !== version
  return (
    <Notice tone={stale || news.both.length > 0 ? 'warning' : 'info'} title="What you typed before is back.">
      <p>
        {stale
          ? `You typed it over version ${news.version}; version ${version} has been sent since, and this would replace it.`
          : 'It has not been sent.'}
      </p>
      {news.both.length > 0 && (
        <p>
          Changed meanwhile, by others too: {inWords(news.both.map(labelOf))}. What you typed stands there; “Start over” shows what is said now.
        </p>
      )}
      {news.clashes.length > 0 && <LineClashes clashes={news.clashes} typed="You typed" />}
      {news.moved.length > 0 && <p>Changed in the list meanwhile, and taken over here: {inWords(news.moved.map(labelOf))}.</p>}
      <div className="mt-2"><Button type="button" size="small" onClick={startOver}>Start over</Button></div>
    </Notice>
  )
}
