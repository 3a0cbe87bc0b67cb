import { inWords } from '@/components/entry/words'
import type { EntryView } from '@/lib/catalog/view'
import { compareEntries, type ComparedValue } from '@/lib/compare/rows'
import { entryLink, fromList, type About } from './about'
import { blocks, link, plain, table } from './markdown'

/** Entries side by side as markdown; `missing` are names that the catalog does not list. */
export function comparisonMarkdown(entries: readonly EntryView[], missing: readonly string[], about: About): string {
  const rows = compareEntries(entries.map(({ entry }) => entry))
  const head = ['', ...entries.map((view) => entryLink(view, about)), '']
  return blocks(
    '# Side by side',
    fromList(about),
    entries.length === 0 ? 'Up to four entries are named by `?entry=model/uni&entry=model/conch`.' : '',
    missing.length === 0 ? '' : `The catalog does not list ${inWords(missing.map(plain))}.`,
    entries.length === 0 ? '' : table(head, rows.map((row) => [plain(row.label), ...row.cells.map(cellMarkdown), row.verdict ?? ''])),
  )
}

function cellMarkdown(values: readonly ComparedValue[] | null): string {
  return (values ?? []).map(({ text, url, markdown }) => (markdown ? text.replace(/(?<!\\)\|/g, '\\|') : url === undefined ? plain(text) : link(text, url))).join(' + ')
}
