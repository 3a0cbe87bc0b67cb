/**
 * An object with only those of its members that are named, "fields.paper" being the member `paper` of `fields`. Members that it does not
 * have are left out; its own order stays.
 */
export function pickMembers(whole: object, names: readonly string[] | undefined): object {
  if (names === undefined) return whole
  const picked = Object.entries(whole).flatMap(([member, value]): [string, unknown][] => {
    if (names.includes(member)) return [[member, value]]
    const inner = names.filter((name) => name.startsWith(`${member}.`)).map((name) => name.slice(member.length + 1))
    return inner.length === 0 || typeof value !== 'object' ? [] : [[member, Object.fromEntries(Object.entries(value as object).filter(([name]) => inner.includes(name)))]]
  })
  return Object.fromEntries(picked)
}
