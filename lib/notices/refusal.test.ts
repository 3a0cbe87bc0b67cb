import { expect, it } from 'vitest'
import { isFinal, reasonOf } from './refusal'

const refusal = (code: string, response: string, command = 'RCPT TO') => Object.assign(new Error(response), { code, command, response, responseCode: Number(response.slice(0, 3)) })

it.each([
  ['an address that is nobody’s', refusal('EENVELOPE', '550 5.1.1 <ada@example.org>: no such user')],
  ['an address, without saying more', refusal('EENVELOPE', '550 no such user')],
  ['a host that takes no mail', refusal('EENVELOPE', '556 5.1.10 null MX')],
  ['what the message says', refusal('EMESSAGE', '554 5.7.1 looks like spam', 'DATA')],
  ['a message too long for the mailbox', refusal('EMESSAGE', '552 5.2.3 too long', 'DATA')],
  ['a message too big for the server, told by its announced size', refusal('EENVELOPE', '552 5.3.4 too big', 'MAIL FROM')],
])('%s is refused for good', (_, error) => expect(isFinal(error)).toBe(true))

it.each([
  ['a mailbox that is full', refusal('EENVELOPE', '552 5.2.2 <ada@example.org> is over quota')],
  ['one that is full, by another code', refusal('EENVELOPE', '550-5.2.2 over quota')],
  ['one that is full once the message is there', refusal('EMESSAGE', '552-5.2.2 full', 'DATA')],
  ['a mail system that is full', refusal('EENVELOPE', '554 5.3.1 no space')],
  ['one that has too much to do', refusal('EENVELOPE', '554 5.4.5 congestion')],
  ['a full mailbox, without saying more', refusal('EENVELOPE', '552 exceeded storage allocation')],
  ['a sender that is not allowed yet', refusal('EENVELOPE', '550 5.7.1 sender rejected', 'MAIL FROM')],
  ['a server that is busy', refusal('EENVELOPE', '451 4.3.0 later')],
  ['a password that is wrong', refusal('EAUTH', '535 5.7.8 no')],
  ['no connection', Object.assign(new Error('away'), { code: 'ECONNECTION' })],
  ['whatever it is', new Error('what')],
])('%s may be taken later', (_, error) => expect(isFinal(error)).toBe(false))

it('is told without the address', () => {
  expect(reasonOf(refusal('EENVELOPE', '550 <ada@example.org>'))).toBe('EENVELOPE 550')
  expect(reasonOf(Object.assign(new Error('away'), { code: 'ECONNECTION' }))).toBe('ECONNECTION')
  expect(reasonOf(new Error('<ada@example.org>'))).toBe('unknown')
})
