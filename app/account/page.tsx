import type { Metadata } from 'next'
import { AddressPart } from '@/components/notices/address-part'
import { SignOut } from '@/components/account/sign-out'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import type { Block } from '@/lib/auth/block'
import { blockOf } from '@/lib/auth/blocks'
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
  const block = await blockOf(database(), viewer)
  const links = linksOf(viewer).filter(({ href }) => href !== '/account')
  return (
    <div className="max-w-2xl">
      <PageHeader title="Account" lead="Your name is shown with what you propose and decide." actions={<SignOut />} />
      {block.ok && block.value && <Blocked block={block.value} />}
      <DescriptionList
        items={[
          { term: 'Name', detail: name },
          { term: 'Role', detail: viewer.blocked ? `${viewer.role}, blocked` : `${viewer.role}. ${may[viewer.role]}` },
        ]}
      />
      {told.ok && (
        <AddressPart address={told.value.address} sends={settings().email !== undefined} removed={(await searchParams).done === 'removed'} ask={viewer.blocked ? null : askForLink} remove={forgetAddress} />
      )}
      <ul className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
        {links.map(({ href, label }) => <li key={href}><a href={href} className="link">{label}</a></li>)}
      </ul>
    </div>
  )
}

function Blocked({ block: { since, reason } }: { block: Block }) {
  return (
    <div className="mb-8">
      <Notice tone="warning" title="Your account is blocked">
        <p>
          Since <Time at={since} dateOnly /> you can read the catalog and your own proposals, drafts and inbox, and change nothing. What was accepted of you stays, under your name.
        </p>
        <p className="mt-2 font-medium">Why:</p>
        <p className="wrap-anywhere whitespace-pre-line">{reason}</p>
      </Notice>
    </div>
  )
}
