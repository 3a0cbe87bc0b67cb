import { entryPath, sectionPath } from '@/components/entry/paths'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { printSubject, type WatchSubject } from '@/lib/notices/subject'
import type { Watching } from '@/lib/notices/watching'

interface Props {
  asked: Watching['asked']
  /** What the address asks of. */
  of: string
  change: (form: FormData) => Promise<void>
}

/** Whether to watch what one came from: a public page can't know who reads it, so its button leads here. */
export function WatchAsked({ asked, of, change }: Props) {
  if (!asked) return <div className="mb-8"><Notice tone="warning">What you came to watch is not in the catalog.</Notice></div>
  const { subject, name, entry, section, watched } = asked
  const back = entry ? entryPath(entry) : section ? sectionPath(section.slug) : '/'
  return (
    <div className="mb-8">
      <Panel title={<a href={back} className="hover:text-accent hover:underline">{name}</a>}>
        <p className="mb-4 text-sm text-muted">{whatFor(subject.what, watched)}</p>
        <div className="flex flex-wrap gap-3">
          <WatchButton subject={subject} watched={watched} of={of} change={change} primary />
          <ButtonLink href={back} size="small">Back to it</ButtonLink>
        </div>
        {entry && section && !watched && (
          <p className="mt-4 text-sm">
            Or watch <a href={`/watching?${new URLSearchParams({ of: `section/${section.slug}` })}`} className="link">all of its section, {section.heading}</a>.
          </p>
        )}
      </Panel>
    </div>
  )
}

function whatFor(what: WatchSubject['what'], watched: boolean): string {
  if (watched) return 'You watch it.'
  if (what === 'entry') return 'You do not watch this entry.'
  return what === 'section' ? 'You do not watch this section. You would be told of everything in it.' : 'You would be told of every proposal and every change.'
}

/** Watches something or no longer, by what `watched` says; a plain form. */
export function WatchButton({ subject, watched, of = '', change, primary = false }: { subject: WatchSubject; watched: boolean; of?: string; change: Props['change']; primary?: boolean }) {
  return (
    <form action={change}>
      <input type="hidden" name="subject" value={printSubject(subject)} />
      <input type="hidden" name="of" value={of} />
      <Button name="do" value={watched ? 'unwatch' : 'watch'} size="small" variant={primary && !watched ? 'primary' : 'secondary'}>{watched ? 'Stop watching' : 'Watch'}</Button>
    </form>
  )
}
