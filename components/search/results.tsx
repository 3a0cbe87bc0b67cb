import type { ReactNode } from 'react'
import styles from '@/components/entry/entry-table.module.css'
import { None } from '@/components/entry/marks'
import { entryPath } from '@/components/entry/paths'
import { Pick } from '@/components/entry/pick'
import { Links, OneLink, Parts } from '@/components/entry/values'
import { kindNames } from '@/components/entry/words'
import { ExternalLink } from '@/components/ui/external-link'
import { namingColumn } from '@/lib/catalog/entry'
import { plainText } from '@/lib/catalog/markdown'
import type { AskedWord } from '@/lib/catalog/search/tokens'
import type { EntryView } from '@/lib/catalog/view'
import { Marked } from './marked'

interface Props {
  entries: readonly EntryView[]
  words: readonly AskedWord[]
}

/** The columns of answers, which may be of any kind. */
export const resultColumns = ['Name', 'Paper or description', 'Subfield', 'Base', 'Pre-training data', 'Links'] as const

/** Answers of all kinds in one table; on a narrow screen each is a card. */
export function Results({ entries, words }: Props) {
  return (
    <table className={`${styles.entries} ${styles.answers}`}>
      <caption className="sr-only">Entries found</caption>
      <thead>
        <tr>{resultColumns.map((header, index) => <th key={header} scope="col" className={styles[looks[index] as string]}>{header}</th>)}</tr>
      </thead>
      <tbody>{entries.map((view) => <Row key={view.id} view={view} words={words} />)}</tbody>
    </table>
  )
}

const looks = ['name', 'paper', 'subfield', 'base', 'data', 'code'] as const

function Row({ view, words }: { view: EntryView; words: Props['words'] }) {
  const cells = cellsOf(view, words)
  return (
    <tr>
      <th scope="row" className={`${styles.name} ${styles.naming}`}>
        <Pick entry={view} />
        <a href={entryPath(view)} className="link-bare font-medium"><Marked text={view.name} words={words} /></a>
        <span className="block text-[0.8125rem] text-muted">{kindNames[view.kind].one} in {view.section.heading}</span>
      </th>
      {cells.map((cell, index) => (
        <td key={looks[index + 1]} data-label={resultColumns[index + 1]} className={styles[looks[index + 1] as string]}>{cell}</td>
      ))}
    </tr>
  )
}

function cellsOf(view: EntryView, words: Props['words']): ReactNode[] {
  const { entry, bases, sources } = view
  const marked = (text: string) => <Marked text={text} words={words} />
  if (entry.kind === 'model') {
    const { paper, subfield, code, starred } = entry.fields
    return [
      paper ? <ExternalLink href={paper.url} look="link-quiet"><Marked text={paper.label} words={words} /></ExternalLink> : <None />,
      subfield ? marked(subfield) : <None />,
      <Parts key="base" parts={bases} show={marked} />,
      <Parts key="data" parts={sources} starred={starred} show={marked} />,
      <OneLink key="code" link={code} look="link-bare" />,
    ]
  }
  if (entry.kind === 'dataset') {
    const { description, papers, links } = entry.fields
    return [
      description ? <Marked text={description} words={words} /> : <Links links={papers} look="link-quiet" />,
      ...[<None key="subfield" />, <None key="base" />, <None key="data" />],
      <Links key="links" links={links} look="link-bare" />,
    ]
  }
  const naming = namingColumn(entry)
  const said = Object.entries(entry.more).flatMap(([key, cell]) => (key === naming ? [] : plainText(cell) || []))
  return [<Marked key="said" text={said.join(' · ')} words={words} />, ...['subfield', 'base', 'data', 'links'].map((key) => <None key={key} />)]
}
