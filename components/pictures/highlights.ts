import type { LineageDrawing } from '@/lib/pictures/lineage-layout'

/**
 * A style sheet that, while a node of a map is pointed at or has the focus, lets all that it is not linked with step back. One rule for
 * each node and no script: a map is drawn anew with each revision, and so are its rules.
 */
export function highlights({ base, models, data }: LineageDrawing, map: string): string {
  return [...base, ...models, ...data].map(({ id }) => `.${map}:has(.of-${id}:is(:hover,:focus-visible)) .t:not(.${id}){opacity:.13}`).join('\n')
}
