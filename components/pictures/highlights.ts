import type { LineageDrawing } from '@/lib/pictures/lineage-layout'

/** The class of a map's drawing. */
export const mapClass = 'lineage-map'

/**
 * A style sheet that, while a node of a map is pointed at or has the focus, lets all that it is not linked with step back: one rule for all,
 * and one for each node that brings back what is linked with it. No script: a map is drawn anew with each revision, and so are its rules.
 *
 * A browser tries a rule on what its last class names, so each element meets the rules of its own few. It reads a selector from the left: what a
 * map holds is looked through only while it is pointed at at all. Held against all of them, a phone spent more time on these rules than on all others.
 */
export function highlights({ base, models, data }: LineageDrawing): string {
  const whileAt = (node: string) => `.${mapClass}:is(:hover,:focus-within):has(${node}:is(:hover,:focus-visible))`
  return [`${whileAt('a')} .t{opacity:.13}`, ...[...base, ...models, ...data].map(({ id }) => `${whileAt(`.of-${id}`)} .${id}{opacity:1}`)].join('\n')
}
