/** A moment, in UTC. Written as ISO does, because the browser's own words can differ from the server's and break hydration. */
export function Time({ at, dateOnly = false }: { at: Date; dateOnly?: boolean }) {
  const iso = at.toISOString()
  const date = iso.slice(0, 10)
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {dateOnly ? date : `${date} ${iso.slice(11, 16)} UTC`}
    </time>
  )
}
