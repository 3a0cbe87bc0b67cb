import { expect, it } from 'vitest'
import { clientAddress, isForwarded } from './client-address'

const http = 'http://catalog.example'
const https = 'https://catalog.example'
const from = (remoteAddress: string | undefined, forwarded?: string) => ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } })

it.each([
  ['without a proxy what the header says is nothing', from('192.0.2.1', '198.51.100.9'), http, undefined, '192.0.2.1'],
  ['with none said to be there neither', from('192.0.2.1', '198.51.100.9'), https, 0, '192.0.2.1'],
  ['over https and with nothing said it is unknown', from('192.0.2.1', '198.51.100.9'), https, undefined, null],
  ['one proxy wrote the last', from('192.0.2.1', '203.0.113.7, 198.51.100.9'), https, 1, '198.51.100.9'],
  ['of two the first wrote the last but one', from('192.0.2.1', '203.0.113.7, 198.51.100.9, 192.0.2.2'), https, 2, '198.51.100.9'],
  ['a proxy that wrote nothing is itself the client', from('192.0.2.1'), https, 1, '192.0.2.1'],
  ['fewer than the proxies came another way', from('192.0.2.1', '198.51.100.9'), https, 2, '192.0.2.1'],
  ['what is no address is none', from('192.0.2.1', 'unknown'), https, 1, '192.0.2.1'],
  ['an address of old in the new writing is the old one', from('::ffff:192.0.2.1'), http, undefined, '192.0.2.1'],
  ['a new one is its network', from('2001:db8:1:2:3:4:5:6'), http, undefined, '2001:db8:1:2::/64'],
  ['also where zeros are left out', from('192.0.2.1', '2001:DB8::6'), https, 1, '2001:db8:0:0::/64'],
  ['also where it ends in them', from('2001:db8:1:2::'), http, undefined, '2001:db8:1:2::/64'],
  ['a zone is no part of it', from('fe80::1%eth0'), http, undefined, 'fe80:0:0:0::/64'],
  ['this machine’s own', from('::1'), http, undefined, '0:0:0:0::/64'],
  ['a connection that ended has none', from(undefined), http, undefined, null],
])('%s', (_, sender, publicOrigin, proxies, address) => expect(clientAddress(sender, { publicOrigin, proxies })).toBe(address))

it.each([
  ['a browser', '1.1', {}, false],
  ['Apache', '1.1', { 'x-forwarded-host': 'catalog.example' }, true],
  ['nginx, of which nobody asked more', '1.0', {}, true],
])('tells of %s whether it is a proxy', (_, httpVersion, headers, is) => expect(isForwarded({ httpVersion, headers })).toBe(is))
