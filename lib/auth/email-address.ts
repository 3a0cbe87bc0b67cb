// One mailbox, in letters that mean themselves alone: a mail program reads names, remarks and groups around any other, takes an ideographic stop
// for a dot, and writes to the same mailbox by each.
const mailbox = /^[^\s@<>(),;:"\\[\]\p{Cc}\p{Cf}]+@[^\s@<>(),;:"\\[\]\u3002\p{Cc}\p{Cf}]+\.[^\s@<>(),;:"\\[\]\p{Cc}\p{Cf}.\u3002]+$/u

/** Whether a text is the address of one mailbox, and no other text beside it means the same. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && mailbox.test(text)
}

/**
 * An e-mail address as a sign-in link is sent to it, the same for every way of writing it; null of what is none. It ends at a
 * comma: behind one, a mail program would read another recipient.
 */
export function emailAddress(given: string): string | null {
  const [address = '', ...others] = given.normalize('NFKC').trim().toLowerCase().split(',')
  return isEmailAddress(address) && !others.some((other) => other.includes('@')) ? address : null
}
