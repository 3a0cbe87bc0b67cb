/** What a person wrote, with their own line breaks. */
export function Words({ children }: { children: string }) {
  return <blockquote className="mt-1 max-w-prose border-l-2 border-edge pl-3 wrap-anywhere whitespace-pre-wrap">{children}</blockquote>
}
