import { can, type Role, type Viewer } from './policy'

/** A place that the account menu leads to. */
export interface MenuLink {
  href: string
  label: string
}

/** What `GET /api/viewer` tells the account menu of a public page; null: nobody is signed in. `unread` counts to 100. */
export type ViewerAnswer = { name: string; role: Role; links: MenuLink[]; unread: number } | null

/** The places that a viewer may go to, for the account menu. */
export function linksOf(viewer: Viewer): MenuLink[] {
  return [
    { href: '/account', label: 'Account' },
    { href: '/inbox', label: 'Inbox' },
    { href: '/proposals', label: 'My proposals' },
    { href: '/tray', label: 'Tray and drafts' },
    { href: '/watching', label: 'Watching' },
    ...(can(viewer, 'queue.view').allowed ? [{ href: '/review', label: 'Review queue' }] : []),
    ...(can(viewer, 'role.grant').allowed ? [{ href: '/admin/roles', label: 'Roles' }] : []),
  ]
}
