import type { Role } from './policy'

/** A person as the roles page and the command line show them. `ways` are the providers they sign in with. */
export interface Person {
  id: string
  name: string
  role: Role
  ways: string[]
  since: Date
  blocked: boolean
}
