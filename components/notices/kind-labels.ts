import { kindRules, noticeKinds, type NoticeKind, type Pace, type Part } from '@/lib/notices/kinds'

/** What each part of the settings is called. */
export const partLabels: Record<Part, string> = {
  own: 'Your proposals',
  watched: 'What you watch',
  review: 'What you review',
}

/** How soon, in words. */
export const paceLabels: Record<Pace, string> = { at_once: 'At once', daily: 'Once a day', never: 'Never' }

/** What a kind tells of, where no heading says of what. */
export const kindLabels = Object.fromEntries(noticeKinds.map((kind) => [kind, `${partLabels[kindRules[kind].part]}: ${lower(kindRules[kind].label)}`])) as Record<NoticeKind, string>

function lower(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
