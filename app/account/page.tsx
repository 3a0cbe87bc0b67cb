import type { Metadata } from 'next'
import { AddressPart } from '@/components/notices/address-part'
import { SignOut } from '@/components/account/sign-out'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
import { linksOf } from '@/lib/auth/links'
import { publicName } from '@/lib/auth/name'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'
import { noticeSettings } from '@/lib/notices/settings'
import { askForLink, forgetAddress } from './actions'

export const metadata: Metadata = { title: 'Account', robots: { index: false } }

const may = {
  contributor: 'You can propose changes to the catalog.',
  maintainer: 'You can propose changes to the catalog, and decide what others propose.',
  admin: 'You can propose changes to the catalog, decide what others propose, and grant roles.',
} as const

export default async function AccountPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const viewer = await requireViewer('/account')
  const told = await noticeSettings(database(), viewer)
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
      {told.ok && (
        <AddressPart address={told.value.address} sends={settings().email !== undefined} removed={(await searchParams).done === 'removed'} ask={askForLink} remove={forgetAddress} />
      )}
      <ul className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
        {links.map(({ href, label }) => <li key={href}><a href={href} className="link">{label}</a></li>)}
      </ul>
    </div>
  )
}
