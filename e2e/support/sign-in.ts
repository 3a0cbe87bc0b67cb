import { expect, type Page } from '@playwright/test'
import { becomeOwn } from './own-researcher'
import type { Who } from './people'

/**
 * Signs somebody in through the whole round trip: the sign-in page, the issuer, and back to `to`. Forgets whoever was signed
 * in before, here and at the issuer.
 */
export async function signIn(page: Page, who: Who, to = '/'): Promise<void> {
  await openSignIn(page, to)
  await page.getByRole('button', { name: 'Sign in with Test University' }).click()
  await page.getByRole('button', { name: who, exact: true }).click()
  await page.waitForURL((url) => `${url.pathname}${url.search}` === to)
}

type DemoName = 'Demo researcher' | 'Demo maintainer' | 'Second demo maintainer'

/** Signs a demo person in, where the portal offers them; of the researcher each test has one of its own. */
export async function signInDemo(page: Page, name: DemoName, to = '/'): Promise<void> {
  await signInShared(page, name, '/account')
  if (name === 'Demo researcher') await becomeOwn(page)
  await page.goto(to)
}

/** The same with the one demo person whom the sign-in page offers. */
export async function signInShared(page: Page, name: DemoName, to: string): Promise<void> {
  await openSignIn(page, to)
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.waitForURL((url) => `${url.pathname}${url.search}` === to)
}

async function openSignIn(page: Page, to: string): Promise<void> {
  // Leave the page first: the answer to its question who this is would bring the cookie back. So does that to a draft, which is saved while
  // the page is left, and comes when it comes.
  await expect(async () => {
    await page.goto('about:blank')
    await page.context().clearCookies()
    await page.goto(`/sign-in?${new URLSearchParams({ to })}`)
    await expect(page.getByText('You are signed in as')).toHaveCount(0, { timeout: 1 })
  }).toPass()
}
