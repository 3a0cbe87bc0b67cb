import { ButtonLink } from '@/components/ui/button'
import type { Passage } from '@/lib/proposals/passages'
import { passagePath } from './goes'

/** The passages of a README in its order, each with its beginning, and between them the tables. */
export function PassageList({ passages }: { passages: Passage[] }) {
  return (
    <ol className="max-w-3xl space-y-3">
      {passages.map(({ above, text, heading }) => {
        const where = heading === null ? 'Behind the last table' : `Above ${heading}`
        return (
          <li key={above} className="rounded-lg border bg-surface p-4 sm:p-5">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <h2 className="font-medium wrap-anywhere">{where}</h2>
              <ButtonLink size="small" href={passagePath(above)} aria-label={`Edit the text: ${where}`}>Edit</ButtonLink>
            </div>
            {text === '' ? (
              <p className="mt-2 text-sm text-muted">Nothing stands here yet.</p>
            ) : (
              <p className="mt-2 line-clamp-4 font-mono text-[0.8125rem] leading-6 whitespace-pre-wrap text-muted wrap-anywhere">{text}</p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
