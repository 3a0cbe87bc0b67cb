import { InlineMarkdown } from '@/components/entry/inline-markdown'
import { None } from '@/components/entry/marks'
import { entryPath, sectionPath } from '@/components/entry/paths'
import { kindNames } from '@/components/entry/words'
import { ExternalLink } from '@/components/ui/external-link'
import type { EntryRef, EntryView } from '@/lib/catalog/view'
import { writeName } from '@/lib/catalog/named'
import { comparePath } from '@/lib/compare/address'
import { compareEntries, type ComparedRow, type ComparedValue } from '@/lib/compare/rows'
import styles from './compared-table.module.css'

/** Entries side by side, a column each; on a narrow screen field by field, each entry under its name. */
export function ComparedTable({ entries }: { entries: readonly EntryView[] }) {
  const names = entries.map(writeName)
  return (
    <table className={styles.compared} data-entries={entries.length}>
      <caption className="sr-only">{entries.map(({ name }) => name).join(', ')} side by side</caption>
      <thead>
        <tr>
          <th scope="col"><span className="sr-only">Field</span></th>
          {entries.map((view, index) => (
            <th key={view.id} scope="col">
              <a href={entryPath(view)} className="link-bare text-base font-semibold wrap-anywhere">{view.name}</a>
              <span className="block text-[0.8125rem] font-normal text-muted">
                {kindNames[view.kind].one} in <a href={sectionPath(view.section.slug)} className="link-quiet">{view.section.heading}</a>
              </span>
              <a href={comparePath(names.filter((_, other) => other !== index))} className="link text-[0.8125rem] font-normal print:hidden">Take away<span className="sr-only"> {view.name}</span></a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {compareEntries(entries.map(({ entry }) => entry)).map((row) => (
          <tr key={row.label} className={row.verdict === 'differs' ? styles.differs : undefined}>
            <th scope="row">
              {row.label}
              {row.verdict && <Verdict verdict={row.verdict} />}
            </th>
            {row.cells.map((cell, index) => (
              <td key={names[index]} data-name={entries[index]?.name}>
                {cell === null ? <span data-lacks="" className="sr-only">has no such field</span> : <Said values={cell} sources={sourcesOf(row, entries[index])} marks={row.verdict === 'differs'} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Said in words and by a sign: colour only repeats it. */
function Verdict({ verdict }: { verdict: 'same' | 'differs' }) {
  return verdict === 'same' ? (
    <span className={styles.verdict}><span aria-hidden="true">=</span> same</span>
  ) : (
    <span className={`${styles.verdict} font-medium text-accent`}><span aria-hidden="true">≠</span> differs</span>
  )
}

function Said({ values, sources, marks }: { values: readonly ComparedValue[]; sources: ReadonlyMap<string, EntryRef>; marks: boolean }) {
  if (values.length === 0) return <None />
  return (
    <ul className="space-y-1">
      {values.map((value, index) => (
        // The parts of one value never reorder.
        <li key={index}>
          <Part value={value} source={sources.get(value.text)} />
          {marks && value.shared && <span className="text-[0.8125rem] whitespace-nowrap text-muted"> · in all</span>}
        </li>
      ))}
    </ul>
  )
}

function Part({ value: { text, url, markdown }, source }: { value: ComparedValue; source: EntryRef | undefined }) {
  if (markdown) return <InlineMarkdown markdown={text} />
  if (url !== undefined) return <ExternalLink href={url}>{text}</ExternalLink>
  return source ? <a href={entryPath(source)} className="link">{text}</a> : text
}

/** Of base models and pre-training data the catalog's own entries. */
function sourcesOf({ label }: ComparedRow, view: EntryView | undefined): ReadonlyMap<string, EntryRef> {
  const own = label === 'Pre-training data' ? view?.sources : label === 'Base models' ? view?.bases : []
  return new Map(own?.flatMap(({ name, entry }) => (entry ? [[name, entry]] : [])))
}
