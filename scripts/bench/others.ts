import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { format } from 'prettier'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Subject } from './measure'

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkStringify).freeze()
const tables = { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()], allowDangerousHtml: true }

/** What others do with the same text: to HTML, to a tree and back to markdown, to formatted markdown. */
export function others(text: string): Subject[] {
  return [
    { name: 'micromark', run: () => micromark(text, tables) },
    { name: 'remark', run: () => remark.processSync(text) },
    { name: 'prettier', run: () => format(text, { parser: 'markdown' }) },
  ]
}
