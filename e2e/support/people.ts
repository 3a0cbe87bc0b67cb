/** Who can sign in at the test issuer, by subject, and the name it gives of them; undefined: none. */
export const people = {
  rosa: 'Rosa Researcher',
  ruben: 'Ruben Researcher',
  mira: 'Mira Maintainer',
  marek: 'Marek Maintainer',
  ada: 'Ada Admin',
  nameless: undefined,
} as const

export type Who = keyof typeof people
