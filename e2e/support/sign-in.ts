import type { Page } from '@playwright/test'
import type { Who } from './people'

/**
 * Signs somebody in through the whole round trip: the sign-in page, the issuer, and back to `to`. Forgets whoever was signed
 * in before, here and at the issuer.
 */
export async function signIn(page: Page, who: Who, to = '/'): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`/sign-in?${new URLSearchParams({ to })}`)
  await page.getByRole('button', { name: 'Sign in with Test University' }).click()
  await page.getByRole('button', { name: who, exact: true }).click()
  await page.waitForURL((url) => `${url.pathname}${url.search}` === to)
}

/** Signs a demo person in, where the portal offers them. */
export async function signInDemo(page: Page, name: 'Demo researcher' | 'Demo maintainer' | 'Second demo maintainer', to = '/'): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`/sign-in?${new URLSearchParams({ to })}`)
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.waitForURL((url) => `${url.pathname}${url.search}` === to)
}
