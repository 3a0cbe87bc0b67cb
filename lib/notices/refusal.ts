/** What a mail server said when it did not take an e-mail, as nodemailer tells it. */
interface Refusal {
  code?: string
  command?: string
  /** The reply's code, of RFC 5321. */
  responseCode?: number
  /** The whole reply: it may hold an enhanced code, of RFC 3463. */
  response?: string
}

/** Mailbox full, mail system full, congestion: RFC 3463 has these mean "later", whatever digit stands before them. */
const passing = new Set(['2.2', '3.1', '4.5'])
/** Too long for the mailbox, too big for the system: this e-mail will be so tomorrow. */
const tooBig = new Set(['2.3', '3.4'])

/**
 * Whether a mail server that refused an e-mail will not take it later either. It will not where it names the address or the message as what is
 * wrong. It may where a mailbox is full, which its owner can mend; 552 without an enhanced code says that, or, of a recipient and by RFC 5321
 * (4.5.3.1.10), "too many at once". And it may where it refuses the sender, which the portal's operator can mend.
 */
export function isFinal(error: unknown): boolean {
  const { code, command, responseCode = 0, response = '' } = error as Refusal
  if ((code !== 'EENVELOPE' && code !== 'EMESSAGE') || responseCode < 500) return false
  const detail = /^\d{3}[ -]5\.(\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? ''
  if (tooBig.has(detail)) return true
  if (passing.has(detail) || (responseCode === 552 && detail === '')) return false
  return command !== 'MAIL FROM'
}

/** What the mail server said, without the address that it may repeat: "EENVELOPE 550". */
export function reasonOf(error: unknown): string {
  const { code = 'unknown', responseCode } = error as Refusal
  return responseCode === undefined ? code : `${code} ${responseCode}`
}
