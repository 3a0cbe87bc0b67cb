/** Beside the form, not instead of it. */
export function NewTab({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noopener" className="link">
      {children}<span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}
