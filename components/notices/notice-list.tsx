import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { plainText } from '@/lib/catalog/markdown'
import { excerpt, sayNotice, type NoticeView } from '@/lib/notices/notice'

/** A comment is markdown, and an excerpt of it words. */
function withoutMarks(markdown: string): string {
  return markdown.split(/\n+/).map(plainText).filter(Boolean).join('\n')
}

/** Notices, each a form whose button opens it: reading one changes it, which no link may do. Works without JavaScript. */
export function NoticeList({ items }: { items: NoticeView[] }) {
  return (
    <ul className="divide-y border-y">
      {items.map((item) => (
        <li key={item.id} className="grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
          <div className="min-w-0 space-y-1">
            <p className={`text-sm ${item.read ? 'text-muted' : ''}`}>
              {!item.read && <><Badge tone="accent">New</Badge>{' '}</>}
              {sayNotice(item)}
            </p>
            <form method="post" action="/inbox/open">
              <input type="hidden" name="notice" value={item.id} />
              <button className={`link text-left wrap-anywhere ${item.read ? '' : 'font-semibold'}`}>{item.title}</button>
            </form>
            {item.said && <p className="max-w-prose border-l-2 pl-3 text-sm whitespace-pre-line text-muted wrap-anywhere">{excerpt(item.kind === 'commented' ? withoutMarks(item.said) : item.said)}</p>}
          </div>
          <p className="mt-1 text-sm text-muted sm:mt-0"><Time at={item.at} /></p>
        </li>
      ))}
    </ul>
  )
}
