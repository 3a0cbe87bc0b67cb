import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { FormAction } from '@/components/proposal/form-action'
import type { NoticeSettings } from '@/lib/notices/settings'
import { AddressForm } from './address-form'

interface Props {
  address: NoticeSettings['address']
  /** Whether the portal has a mail server. */
  sends: boolean
  /** Whether an address was just forgotten. */
  removed: boolean
  /** Null: they may only read. */
  ask: FormAction<{ address: string }> | null
  remove: () => Promise<void>
}

/** Where one is written to of what happens, on one's account page. */
export function AddressPart({ address, sends, removed, ask, remove }: Props) {
  return (
    <Panel title="E-mail about what happens" className="mt-8">
      <div className="space-y-4">
        {removed && <Notice tone="success">The address is forgotten.</Notice>}
        <p className="text-sm text-muted">{sayAddress(address, sends)} <a href="/watching" className="link">What you are told of</a>{ask ? ', and how soon, is yours to choose.' : ', and how soon.'}</p>
        {address && (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0 wrap-anywhere">{address.address}</p>
            {address.given && ask && <form action={remove}><Button size="small">Forget it</Button></form>}
          </div>
        )}
        {sends && ask && <AddressForm action={ask} another={address !== null} />}
      </div>
    </Panel>
  )
}

function sayAddress(address: Props['address'], sends: boolean): string {
  if (!sends) return 'This portal has no mail server, so what happens is told in your inbox alone.'
  if (!address) return 'What happens is told in your inbox. You can be e-mailed as well; the address is shown to nobody.'
  return address.given ? 'You are written to at the address that you confirmed.' : 'You are written to at the address that you sign in by.'
}
