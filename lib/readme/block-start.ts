// Tags that begin a block of HTML wherever they stand, by CommonMark's list.
const tags =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|' +
  'figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|' +
  'ol|optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul'

const block = new RegExp(`^(?:>|(?:#{1,6}|[-+*]|\\d{1,9}[.)])(?:[ \\t]|$)|\`{3}|~{3}|(?:[-_*][ \\t]*){3,}$|<(?:[!?]|/?(?:${tags})(?:[ \\t/>]|$)|[^|]*>[ \\t]*$))`, 'i')

/** Whether a row that begins without a pipe would be another block, and end its table: a heading, a list, a quote, HTML. */
export function beginsBlock(line: string): boolean {
  return block.test(line)
}
