import { Fragment, type ComponentProps } from 'react'
import { ExternalLink } from '@/components/ui/external-link'
import { inlineOf, type Inline } from '@/lib/catalog/inline'
import { None } from './marks'

type Look = ComponentProps<typeof ExternalLink>['look']

/** A cell of inline markdown, or none. What it may show is lib/catalog/inline's; here it only gets its elements. */
export function InlineMarkdown({ markdown, look }: { markdown: string | undefined; look?: Look }) {
  const nodes = inlineOf(markdown ?? '')
  return markdown === '-' || nodes.length === 0 ? <None /> : <InlineNodes nodes={nodes} look={look} />
}

/** Nodes of inline markdown as elements. */
export function InlineNodes({ nodes, look }: { nodes: readonly Inline[]; look?: Look }) {
  // The nodes of one cell never reorder.
  return nodes.map((node, index) => <Fragment key={index}><Node node={node} look={look} /></Fragment>)
}

function Node({ node, look }: { node: Inline; look: Look }) {
  if (node.type === 'break') return <br />
  if (node.type === 'text') return /\S{25}/.test(node.text) ? <span className="wrap-anywhere">{node.text}</span> : node.text
  if (node.type === 'code') return <code className="rounded bg-sunken px-1 font-mono text-[0.9em] wrap-anywhere">{node.text}</code>
  const children = <InlineNodes nodes={node.children} look={look} />
  if (node.type === 'link') return <ExternalLink href={node.url} look={look}>{children}</ExternalLink>
  const Mark = node.type
  return <Mark>{children}</Mark>
}
