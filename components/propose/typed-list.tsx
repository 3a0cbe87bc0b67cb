import { Time } from '@/components/ui/time'
import { KeptWords } from './kept-words'

/** A form that was not sent, and what was typed into it, by the names of its fields. */
export interface TypedForm {
  form: string
  title: string
  updatedAt: Date
  words: { label: string; text: string }[]
}

/** What somebody typed into forms and did not send, to be read alone. */
export function TypedList({ forms }: { forms: TypedForm[] }) {
  return (
    <ul className="divide-y overflow-hidden rounded-lg border bg-surface">
      {forms.map(({ form, title, updatedAt, words }) => (
        <li key={form} className="space-y-3 px-4 py-3 sm:px-5">
          <p className="wrap-anywhere">
            <span className="font-medium">{title}</span>
            <span className="block text-sm text-muted">Last typed into <Time at={updatedAt} /></span>
          </p>
          {words.length > 0 && (
            <details>
              <summary className="text-sm text-muted hover:text-ink">What you typed</summary>
              <div className="mt-2"><KeptWords words={words} /></div>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
