import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeReadme, decodeUtf8 } from './bytes'

const encode = (text: string) => new TextEncoder().encode(text)

describe('bytes', () => {
  it('keep a byte-order mark', () => expect(decodeUtf8(Buffer.from('\ufeffx'))).toEqual({ ok: true, value: '\ufeffx' }))

  it.each([
    [[0x61, 0xff, 0x62], 1],
    [[0x61, 0xc3], 1],
    [[0xe2, 0x82, 0x41], 0],
    [[0xed, 0xa0, 0x80], 0],
  ])('that are not UTF-8 are refused with the offset', (bytes, offset) => expectRefused(new Uint8Array(bytes), offset))

  it('of any text are that text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeUtf8(encode(text))).toEqual({ ok: true, value: text })
      }),
    ))

  it('are refused where the first is wrong, whatever stands around it', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(0xff, 0xc0, 0x80, 0xf8), fc.uint8Array(), (text, wrong, others) => {
        const before = encode(text)
        expectRefused(new Uint8Array([...before, wrong, ...others]), before.length)
      }),
    ))

  it.each([0, 999_999])('are refused at once, a megabyte of them, wrong at %i', (at) => {
    const bytes = new Uint8Array(1_000_000).fill(0x61)
    bytes[at] = 0xff
    expectRefused(bytes, at)
  })
})

describe('bytes that the catalog is to keep', () => {
  it('are the same text', () => expect(decodeReadme(Buffer.from('\ufeffa\r\n'))).toEqual({ ok: true, value: '\ufeffa\r\n' }))
  it('are refused where they are no text', () => expect(decodeReadme(new Uint8Array([0x61, 0xff]))).toMatchObject({ code: 'invalid', message: expect.stringContaining('offset 1') }))
  it('are refused for a NUL, with its line', () =>
    expect(decodeReadme(Buffer.from('a\r\nb\rc\n\0'))).toMatchObject({ code: 'invalid', message: expect.stringMatching(/^Line 4 holds a NUL/) }))
})

function expectRefused(bytes: Uint8Array, offset: number): void {
  const refused = decodeUtf8(bytes)
  expect(refused).toMatchObject({ ok: false, code: 'invalid' })
  expect(refused.ok ? '' : refused.message).toContain(`offset ${offset} `)
}
