import { Notice } from '@/components/ui/notice'

type Given = string | string[] | undefined

/** What came of rejecting what waited of somebody, as their page's address tells it; nothing where it tells of none. */
export function RejectedNotice({ rejected, left }: { rejected: Given; left: Given }) {
  const [done, waits] = [count(rejected), count(left)]
  if (done === null || waits === null) return null
  return <div className="mb-8"><Notice tone={waits > 0 ? 'warning' : 'success'}>{sayRejected(done, waits)}</Notice></div>
}

function count(given: Given): number | null {
  return typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : null
}

/** "200 proposals were rejected. 50 of theirs still wait." */
export function sayRejected(rejected: number, left: number): string {
  const done = rejected === 1 ? 'One proposal was rejected.' : `${rejected === 0 ? 'No' : rejected.toLocaleString('en')} proposals were rejected.`
  if (left === 0) return `${done} Nothing of theirs waits.`
  return `${done} ${left === 1 ? 'One of theirs still waits.' : `${left.toLocaleString('en')} of theirs still wait.`}`
}
