import type { Metadata } from 'next'
import { SignOut } from '@/components/account/sign-out'
import { linksOf } from '@/lib/auth/links'
import { publicName } from '@/lib/auth/name'
import { requireViewer } from '@/lib/auth/viewer'

export const metadata: Metadata = { title: 'Account', robots: { index: false } }

const may = {
  contributor: 'You can propose changes to the catalog.',
  maintainer: 'You can propose changes to the catalog, and decide what others propose.',
  admin: 'You can propose changes to the catalog, decide what others propose, and grant roles.',
} as const

export default async function AccountPage() {
  const viewer = await requireViewer('/account')
  const links = linksOf(viewer).filter(({ href }) => href !== '/account')
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6">
      <h1 className="text-2xl font-semibold">Account</h1>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-2">
        <dt>Name</dt>
        <dd>{publicName(viewer)}{viewer.name === null && ' (the way you signed in gave none)'}</dd>
        <dt>Role</dt>
        <dd>{viewer.role}. {may[viewer.role]}</dd>
      </dl>
      <ul className="flex flex-col gap-2">
        {links.map(({ href, label }) => <li key={href}><a href={href} className="underline">{label}</a></li>)}
      </ul>
      <SignOut className="rounded-md border px-4 py-2" />
    </div>
  )
}
