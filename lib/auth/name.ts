const MAX = 80

/** What a person is called in public: their own name or, where a provider gave none, one made from the id. Never an address. */
export function publicName({ id, name }: { id: string; name: string | null }): string {
  // The last digits: the first ones of these ids are the time, the same for all who came together.
  return name ?? `contributor ${id.slice(-4)}`
}

/** A name as it may be shown: one line, nothing invisible that turns text around, at most 80 characters; null if nothing is left. */
export function cleanName(name: string | null | undefined): string | null {
  const visible = (name ?? '').normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return Array.from(visible).slice(0, MAX).join('').trim() || null
}
