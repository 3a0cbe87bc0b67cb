'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { textOf } from '@/app/form-text'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'
import { askAddress, confirmAddress, removeAddress } from '@/lib/notices/address'
import { sendConfirmation } from '@/lib/notices/mailer'

const runAsk = action(z.object({ address: z.string() }), (input, viewer) => {
  const { email, publicOrigin, secret } = settings()
  const send = email ? (address: string, token: string) => sendConfirmation(email, publicOrigin, address, token) : null
  return askAddress(database(), viewer, input, { secret, now: new Date(), send })
})

/** Sends the link that confirms an address. */
export async function askForLink(_previous: FormState<{ address: string }>, form: FormData): Promise<FormState<{ address: string }>> {
  const address = textOf(form, 'address')
  const result = await runAsk({ address })
  return result.ok ? { failure: null, typed: {}, answer: result.value } : { failure: result, typed: { address } }
}

const runRemove = action(z.object({}), (_input, viewer) => removeAddress(database(), viewer))

/** Forgets the address that the viewer gave. */
export async function forgetAddress(): Promise<void> {
  const result = await runRemove({})
  redirect(result.ok ? '/account?done=removed' : '/account')
}

const runConfirm = action(z.object({ token: z.string() }), (input, viewer) => confirmAddress(database(), viewer, input.token, { secret: settings().secret, now: new Date() }))

/** Confirms an address by the link that was sent to it. */
export async function confirmLink(form: FormData): Promise<void> {
  const result = await runConfirm(form)
  redirect(`/account/address?${new URLSearchParams(result.ok ? { done: 'yes' } : { token: textOf(form, 'token') })}`)
}
