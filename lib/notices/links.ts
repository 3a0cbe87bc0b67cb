import { noticeKinds, type NoticeKind } from './kinds'

/** What one click ends: one kind's e-mails, or, of a day's e-mail, all that come daily. */
export type Unsubscribing = { person: string; scope: NoticeKind | 'daily' }

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The text of an unsubscribe link's token. It names no address and never ends: an e-mail may be years old. */
export function printUnsubscribing({ person, scope }: Unsubscribing): string {
  return `${person} ${scope}`
}

/** Reads what `printUnsubscribing` prints; null for anything else. */
export function readUnsubscribing(text: string): Unsubscribing | null {
  const [person = '', name] = text.split(' ')
  const scope = ([...noticeKinds, 'daily'] as const).find((one) => one === name)
  return scope && uuid.test(person) && text === `${person} ${scope}` ? { person, scope } : null
}

/** An address that somebody wants to be written to, until when its link holds. */
export interface AddressAsked {
  person: string
  address: string
  until: Date
}

/** The text of a confirmation link's token. */
export function printAddressAsked({ person, address, until }: AddressAsked): string {
  return `${person} ${until.getTime()} ${address}`
}

/** Reads what `printAddressAsked` prints; null for anything else. */
export function readAddressAsked(text: string): AddressAsked | null {
  const [, person = '', time, address = ''] = /^(\S+) (\d{1,15}) (\S+)$/.exec(text) ?? []
  return uuid.test(person) ? { person, address, until: new Date(Number(time)) } : null
}
