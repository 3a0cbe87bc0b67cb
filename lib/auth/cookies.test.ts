import { expect, it } from 'vitest'
import { cookiesOf, forgotten } from './cookies'

it('binds cookies to the host over https', () => {
  for (const { name, options } of Object.values(cookiesOf('https://catalog.example'))) {
    expect(name).toMatch(/^__Host-next-auth\./)
    expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure: true })
  }
})

it('has plain ones on a machine of one’s own', () => {
  const { sessionToken, state } = cookiesOf('http://localhost:3000')
  expect(sessionToken).toEqual({ name: 'next-auth.session-token', options: { httpOnly: true, sameSite: 'lax', path: '/', secure: false } })
  expect(state.options.maxAge).toBe(900)
})

it('has the browser forget one with its attributes', () => {
  const [name, value, options] = forgotten(cookiesOf('https://catalog.example').state)
  expect([name, value]).toEqual(['__Host-next-auth.state', ''])
  expect(options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true, maxAge: undefined, expires: new Date(0) })
})
