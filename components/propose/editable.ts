import type { FormChange } from '@/lib/proposals/change'

/** The change that the form can hold; null of several: the form would send one, and the others would silently be gone. */
export function editable(changes: readonly FormChange[]): FormChange | null {
  const [change, ...others] = changes
  return change && others.length === 0 ? change : null
}
