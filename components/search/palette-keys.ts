/** What of a key press counts. */
interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  defaultPrevented?: boolean
}

/** Whether a key press asks for the palette: "/", Ctrl-K, or a Mac's Command-K. */
export function opensPalette({ key, ctrlKey, metaKey, altKey, defaultPrevented }: Press): boolean {
  if (defaultPrevented || altKey) return false
  return ctrlKey || metaKey ? key.toLowerCase() === 'k' : key === '/'
}

/** Whether keys are text where the focus is. */
export function isTyping(target: unknown): boolean {
  const { tagName, isContentEditable, type } = (target ?? {}) as { tagName?: string; isContentEditable?: boolean; type?: string }
  if (isContentEditable || tagName === 'TEXTAREA' || tagName === 'SELECT') return true
  return tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'submit'].includes(type ?? '')
}

/** The marked answer after an arrow key, of `count`; -1 is the input itself, which the round passes. */
export function stepped(marked: number, by: 1 | -1, count: number): number {
  return ((marked + 1 + by + count + 1) % (count + 1)) - 1
}
