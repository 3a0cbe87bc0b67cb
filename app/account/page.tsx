import type { Metadata } from 'next'
import { SignOut } from '@/components/account/sign-out'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
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
  const name = viewer.name ?? `${publicName(viewer)} (the way you signed in gave no name)`
  const links = linksOf(viewer).filter(({ href }) => href !== '/account')
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title="Account" lead="Your name is shown with what you propose and decide." actions={<SignOut />} />
      <DescriptionList
        items={[
          { term: 'Name', detail: name },
          { term: 'Role', detail: `${viewer.role}. ${may[viewer.role]}` },
        ]}
      />
      <ul className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
        {links.map(({ href, label }) => <li key={href}><a href={href} className="link">{label}</a></li>)}
      </ul>
    </div>
  )
}
