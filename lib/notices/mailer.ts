import { createTransport } from 'nodemailer'
import type { Send } from './deliver'

/** A mail server, and what closes the connections to it. */
export interface Mailer {
  send: Send
  close(): void
}

/** Sends through the mail server that the settings name. */
export function openMailer({ server, from }: { server: string; from: string }): Mailer {
  const transport = createTransport(impatient(server), { from })
  return {
    async send(to, { subject, text, html, messageId, references, headers }) {
      await transport.sendMail({ to: { name: '', address: to }, subject, text, html, messageId, references, ...(references[0] && { inReplyTo: references[0] }), headers })
    },
    close: () => transport.close(),
  }
}

/** A server's address with how long it is waited for, where it does not say: nodemailer's minutes are longer than an e-mail's claim holds. */
function impatient(server: string): string {
  const url = new URL(server)
  for (const [name, ms] of Object.entries({ connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 })) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms))
  }
  return url.href
}

/** Writes to an address that somebody gave, so that they confirm it. */
export async function sendConfirmation({ server, from }: { server: string; from: string }, publicOrigin: string, address: string, token: string): Promise<void> {
  const { host } = new URL(publicOrigin)
  const link = `${publicOrigin}/account/address?${new URLSearchParams({ token })}`
  await createTransport(impatient(server)).sendMail({
    ...{ from, to: { name: '', address }, subject: `Confirm your address at ${host}` },
    headers: { 'Auto-Submitted': 'auto-generated' },
    text: `To be written to here by ${host}, open this address within an hour, where you are signed in:\n\n${link}\n\nIf you did not ask for it, do nothing.\n`,
  })
}
