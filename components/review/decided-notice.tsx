import { Notice } from '@/components/ui/notice'

const words: Record<string, string> = { accepted: 'accepted', rejected: 'rejected', changes_requested: 'sent back, with what you asked for' }

/** What was decided on the page before, as its address tells: `12-accepted`. What makes no sense tells nothing. */
export function DecidedNotice({ decided }: { decided: string | string[] | undefined }) {
  const [, id, state] = /^(\d{1,9})-(accepted|rejected|changes_requested)$/.exec(typeof decided === 'string' ? decided : '') ?? []
  if (!id || !state) return null
  return (
    <div className="mb-6" role="status">
      <Notice tone={state === 'accepted' ? 'success' : 'info'}>
        <a href={`/review/${id}`} className="link">Proposal {id}</a> is {words[state]}.
      </Notice>
    </div>
  )
}
