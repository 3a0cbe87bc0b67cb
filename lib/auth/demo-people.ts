import type { Role } from './policy'

/** The people of the demo sign-in. Two maintainers, because nobody decides their own and two may decide at once. */
export const demoPeople = [
  { key: 'researcher', id: '00000000-0000-7000-8000-00000000de01', name: 'Demo researcher', role: 'contributor' },
  { key: 'maintainer', id: '00000000-0000-7000-8000-00000000de02', name: 'Demo maintainer', role: 'maintainer' },
  { key: 'second-maintainer', id: '00000000-0000-7000-8000-00000000de03', name: 'Second demo maintainer', role: 'maintainer' },
] as const satisfies { key: string; id: string; name: string; role: Role }[]

export type DemoPerson = (typeof demoPeople)[number]

/** The demo person of that key, if there is one. */
export function demoPerson(key: unknown): DemoPerson | undefined {
  return demoPeople.find((person) => person.key === key)
}

/** Whether a user id is a demo person's: with the demo sign-in off, their sessions hold no more. */
export function isDemoPerson(id: string): boolean {
  return demoPeople.some((person) => person.id === id)
}
