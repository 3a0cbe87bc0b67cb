/** What somebody is told of, as the database writes it. Of `queue` there are e-mails alone: the queue itself is its page. */
export const noticeKinds = ['decided', 'changes_requested', 'commented', 'amended', 'undone', 'revised', 'proposed', 'changed', 'queue'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** How soon somebody is e-mailed. */
export const paces = ['at_once', 'daily', 'never'] as const
export type Pace = (typeof paces)[number]

/** What a kind is about: one's own proposals, what one watches, or others' proposals that one reviews. */
export type Part = 'own' | 'watched' | 'review'

interface KindRule {
  part: Part
  /** What it tells of, as the settings ask. */
  label: string
  /** Where somebody chose nothing. */
  usual: Pace
  paces: readonly Pace[]
}

/** Each kind's rule. What asks for an answer comes at once, what is good to know once a day. */
export const kindRules: Record<NoticeKind, KindRule> = {
  decided: { part: 'own', label: 'It was accepted or rejected', usual: 'at_once', paces },
  changes_requested: { part: 'own', label: 'Changes are asked for', usual: 'at_once', paces },
  commented: { part: 'own', label: 'Somebody commented, also on others’ where you took part', usual: 'at_once', paces },
  amended: { part: 'own', label: 'A maintainer amended it', usual: 'daily', paces },
  undone: { part: 'own', label: 'Somebody proposes to undo it', usual: 'at_once', paces },
  proposed: { part: 'watched', label: 'Somebody proposes a change', usual: 'daily', paces },
  changed: { part: 'watched', label: 'A change was accepted', usual: 'daily', paces },
  revised: { part: 'review', label: 'A new version of a proposal that you took part in', usual: 'at_once', paces },
  queue: { part: 'review', label: 'What waits in the queue, when something does', usual: 'daily', paces: ['daily', 'never'] },
}

/** How soon a person is e-mailed of a kind, by what they chose. */
export function paceOf(kind: NoticeKind, chosen: Partial<Record<NoticeKind, Pace>>): Pace {
  return chosen[kind] ?? kindRules[kind].usual
}

/** The kinds that a person can be told of, in the order of the settings; the queue is for those who review. */
export function kindsFor(reviews: boolean): NoticeKind[] {
  return (['own', 'watched', 'review'] as const).flatMap((part) => kindsOf(part)).filter((kind) => reviews || kindRules[kind].part !== 'review')
}

/** The kinds of a part. */
export function kindsOf(part: Part): NoticeKind[] {
  return noticeKinds.filter((kind) => kindRules[kind].part === part)
}
