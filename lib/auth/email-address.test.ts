import { expect, it } from 'vitest'
import { emailAddress } from './email-address'

it.each([
  [' Ada@Example.ORG ', 'ada@example.org'],
  ['ada@example.org,1', 'ada@example.org'],
  ['ada@example.org,evil@example.com', null],
  ['\uff41da@example.org', 'ada@example.org'],
  ['ada@localhost', null],
  ['@example.org', null],
  ['ada', null],
  ['"ada"@example.org', null],
  ['a da@example.org', null],
  ['', null],
])('reads %j as %j', (given, address) => expect(emailAddress(given)).toBe(address))
