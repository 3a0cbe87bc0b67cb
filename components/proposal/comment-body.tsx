import { InlineNodes } from '@/components/entry/inline-markdown'
import { blocksOf, type Block } from '@/lib/proposals/comment-blocks'

/** A comment's markdown. What it may show is lib/proposals/comment-blocks'; here it only gets its elements. */
export function CommentBody({ markdown }: { markdown: string }) {
  return <div className="max-w-prose space-y-3 wrap-anywhere"><Blocks blocks={blocksOf(markdown)} /></div>
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  // The blocks of one comment never reorder.
  return blocks.map((block, index) => <BlockPart key={index} block={block} />)
}

function BlockPart({ block }: { block: Block }) {
  if (block.type === 'paragraph') return <p><InlineNodes nodes={block.children} /></p>
  if (block.type === 'code') return <pre className="overflow-x-auto rounded-md border bg-sunken px-3 py-2 font-mono text-[0.8125rem] leading-6 whitespace-pre-wrap">{block.text}</pre>
  if (block.type === 'quote') return <blockquote className="space-y-3 border-l-2 pl-3 text-muted"><Blocks blocks={block.children} /></blockquote>
  const List = block.ordered ? 'ol' : 'ul'
  return (
    <List className={`space-y-1 pl-5 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
      {block.items.map((item, index) => <li key={index} className="space-y-1"><Blocks blocks={item} /></li>)}
    </List>
  )
}
