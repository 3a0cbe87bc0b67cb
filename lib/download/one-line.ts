/** Plain text, like a name or what somebody typed, as one line of markdown: what would be markup in it is escaped. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>]/g, '\\$&')
}
