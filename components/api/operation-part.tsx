import type { Explained } from '@/lib/api/explained'
import { Coded } from './coded'

/** An address of the API: what it is for, what it takes, and one to try. */
export function OperationPart({ operation: { path, summary, parameters, example } }: { operation: Explained }) {
  return (
    <section className="rounded-lg border bg-surface p-5">
      <h3 className="font-mono text-sm font-medium wrap-anywhere">GET {path}</h3>
      <p className="mt-1 text-muted">{summary}</p>
      {parameters.length > 0 && (
        <dl className="mt-4 space-y-1.5 text-sm">
          {parameters.map(({ name, place, required, description }) => (
            <div key={name} className="grid gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
              <dt><code className="font-mono">{name}</code>{place === 'query' && required && <span className="text-muted"> (needed)</span>}</dt>
              <dd className="text-muted wrap-anywhere"><Coded text={description} /></dd>
            </div>
          ))}
        </dl>
      )}
      <p className="mt-4 text-sm wrap-anywhere"><a href={example} className="link font-mono">{example}</a></p>
    </section>
  )
}
