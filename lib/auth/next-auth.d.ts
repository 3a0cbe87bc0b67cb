import type { Role, Viewer } from './policy'

declare module 'next-auth' {
  interface Session {
    user: Viewer
  }
}

declare module 'next-auth/adapters' {
  interface AdapterUser {
    role: Role
    blocked: boolean
  }
}
