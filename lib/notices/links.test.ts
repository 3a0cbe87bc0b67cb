import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noticeKinds } from './kinds'
import { printAddressAsked, printUnsubscribing, readAddressAsked, readUnsubscribing } from './links'
import { addressSchema, pacesSchema } from './settings-form'
import { printSubject, readSubject, type WatchSubject } from './subject'
import { seal, unseal } from './token'

const person = '01a214cb-d033-711c-b247-bc2ac860a1e9'
const secret = 'a secret of the tests, long enough'

describe('a token', () => {
  it('opens as what was sealed, under the same secret and for the same purpose', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const token = seal(secret, 'address', text)
      expect(unseal(secret, 'address', token)).toBe(text)
      expect(token).toMatch(/^[\w-]*\.[\w-]+$/)
      expect(unseal(secret, 'unsubscribe', token)).toBeNull()
      expect(unseal(`${secret}!`, 'address', token)).toBeNull()
    })))

  it.each(['', '.', 'a', 'a.b', 'a.b.c', `${seal(secret, 'address', 'x')}.y`, seal(secret, 'address', 'x').replace(/^../, 'eQ')])('opens nothing as %j', (token) =>
    expect(unseal(secret, 'address', token)).toBeNull())
})

describe('an unsubscribe link', () => {
  it.each([...noticeKinds, 'daily'] as const)('reads what it prints of %s', (scope) =>
    expect(readUnsubscribing(printUnsubscribing({ person, scope }))).toEqual({ person, scope }))
  it.each(['', person, `${person} all`, `${person} decided `, `${person} decided x`, `x decided`])('reads nothing of %j', (text) => expect(readUnsubscribing(text)).toBeNull())
})

describe('a confirmation link', () => {
  it('reads what it prints', () => {
    const asked = { person, address: 'rosa@example.org', until: new Date('2026-11-25T12:00:00Z') }
    expect(readAddressAsked(printAddressAsked(asked))).toEqual(asked)
  })
  it.each(['', 'x 1 a@b.c', `${person} x a@b.c`, `${person} 1 a b`])('reads nothing of %j', (text) => expect(readAddressAsked(text)).toBeNull())
})

describe('what can be watched', () => {
  it.each<[string, WatchSubject]>([
    ['all', { what: 'all' }],
    ['section/text', { what: 'section', slug: 'text' }],
    ['model/me-llama', { what: 'entry', kind: 'model', slug: 'me-llama' }],
    ['table/a', { what: 'entry', kind: 'table', slug: 'a' }],
  ])('%s is read as printed', (text, subject) => {
    expect(readSubject(text)).toEqual(subject)
    expect(printSubject(subject)).toBe(text)
  })
  it.each(['', 'section', 'section/', 'model/A', 'tool/a', 'model/a/b', 'all/a', '__proto__/a', `model/${'a'.repeat(201)}`])('%j is none', (text) => expect(readSubject(text)).toBeUndefined())
})

describe('the settings', () => {
  it('take what can be chosen, and leave out what was not', () => {
    expect(pacesSchema.parse({ decided: 'never', queue: 'daily' })).toEqual({ decided: 'never', queue: 'daily' })
    expect(pacesSchema.safeParse({ queue: 'at_once' }).success).toBe(false)
    expect(pacesSchema.safeParse({ decided: 'hourly' }).success).toBe(false)
  })

  it.each(['rosa@example.org', ' rosa@example.org ', 'rosa+list@mail.example.org', 'röşa@müsterli.example'])('take the address %j', (address) =>
    expect(addressSchema.parse({ address })).toEqual({ address: address.trim() }))
  it.each(['', 'rosa', 'rosa@', '@example.org', 'rosa@example', 'a b@example.org', 'a@b@example.org', 'a@example.org\r\nBcc: b@example.org', 'Rosa <rosa@example.org>', 'a@example.org,b@example.org', 'a@b.', `${'a'.repeat(250)}@example.org`])(
    'do not take the address %j',
    (address) => expect(addressSchema.safeParse({ address }).success).toBe(false),
  )
})
