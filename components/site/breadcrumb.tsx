/** Where a page stands in the catalog. */
export function Breadcrumb({ steps }: { steps: { href: string; label: string }[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap gap-x-2 text-sm text-muted">
        {steps.map(({ href, label }, index) => (
          <li key={href} className="flex gap-2">
            {index > 0 && <span aria-hidden="true">/</span>}
            <a href={href} className="hover:text-accent hover:underline">{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
