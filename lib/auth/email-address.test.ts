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
  // What nodemailer would send to ada@example.org, each of them another person to whoever counts.
  ...['a:ada@example.org;', '(a)ada@example.org', 'a<ada@example.org', 'ada@example.org>', 'ada@example.org;a', 'ada@(a)example.org', 'ada@example.org\0', 'ada@exam\u00adple.org', 'ada@example.org.', 'ada@mail\u3002example.org'].map(
    (given): [string, null] => [given, null],
  ),
  [`${'a'.repeat(250)}@b.org`, null],
])('reads %j as %j', (given, address) => expect(emailAddress(given)).toBe(address))
