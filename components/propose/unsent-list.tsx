import type { FormAction } from '@/components/proposal/form-action'
import { QuietForm } from '@/components/proposal/quiet-form'
import { ButtonLink } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import type { Unsent } from '@/lib/proposals/drafts'
import { pageOfForm } from './goes'

/** The forms that somebody began and did not send, the latest first. */
export function UnsentList({ forms, drop }: { forms: Unsent[]; drop: FormAction }) {
  return (
    <ul className="divide-y overflow-hidden rounded-lg border bg-surface">
      {forms.map(({ form, title, updatedAt }) => (
        <li key={form} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
          <p className="min-w-0 grow wrap-anywhere">
            <span className="font-medium">{title}</span>
            <span className="block text-sm text-muted">Last typed into <Time at={updatedAt} /></span>
          </p>
          <ButtonLink size="small" href={pageOfForm(form) ?? '/propose'} aria-label={`Go on with: ${title}`}>Go on</ButtonLink>
          <QuietForm action={drop} name="form" value={form} label={`Throw away: ${title}`}>Throw away</QuietForm>
        </li>
      ))}
    </ul>
  )
}
