import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'

/** What somebody typed into a form that can't be shown any more, to be copied from. */
export function KeptWords({ words }: { words: { label: string; text: string }[] }) {
  return (
    <div className="max-w-2xl space-y-5">
      {words.map(({ label, text }) => (
        <Field key={label} label={label}>
          <Textarea readOnly rows={Math.min(14, text.split('\n').length)} defaultValue={text} className="min-h-10.5!" />
        </Field>
      ))}
    </div>
  )
}
