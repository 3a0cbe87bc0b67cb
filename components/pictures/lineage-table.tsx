import { inWords } from '@/components/entry/words'
import type { Lineage, LineageName } from '@/lib/pictures/lineage'
import { Numbers } from './numbers'
import { lineagePath } from './paths'

/** What a lineage map shows, model by model; each leads to the map around it. */
export function LineageTable({ lineage: { models, base, data } }: { lineage: Lineage }) {
  const labels = (names: readonly LineageName[], keys: readonly string[]) => inWords(keys.flatMap((key) => names.find((name) => name.key === key)?.label ?? []))
  return (
    <Numbers
      head={[{ label: 'Model' }, { label: 'Built on' }, { label: 'Trained on' }]}
      rows={models.map((model) => [[model.entry.name, lineagePath(model.entry)], labels(base, model.base), labels(data, model.data)])}
    />
  )
}
