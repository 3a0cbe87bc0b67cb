import { expect, test } from '@playwright/test'
import { databaseAdapter, newSessionToken } from '@/lib/auth/adapter'
import { databaseOf } from './support/database'

for (const name of ['Dr. Maximiliane-Wilhelmina von der Recke zu Hohenlohe-Waldenburg-Schillingsfürst', 'W'.repeat(80)]) {
  test(`on a phone a name as long as ${name.slice(0, 6)}… is cut, pushes nothing, and can be read in full`, async ({ browser, baseURL }) => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, baseURL: baseURL as string })).newPage()
    await page.goto('/log')
    const nav = page.getByRole('navigation', { name: 'Main' })
    const before = await nav.boundingBox()
    const db = databaseOf({ data: process.env.PORTAL_DATA_DEMO ?? '' })
    const { id } = await db.user.create({ data: { name }, select: { id: true } })
    const value = newSessionToken()
    await databaseAdapter(db).createSession?.({ sessionToken: value, userId: id, expires: new Date(Date.now() + 3_600_000) })
    await db.$disconnect()
    await page.context().addCookies([{ name: 'next-auth.session-token', value, url: baseURL as string }])
    await page.reload()
    const menu = page.getByLabel(`Account of ${name}`, { exact: true })
    await expect(menu.getByTitle(name, { exact: true })).toBeVisible()
    expect(await nav.boundingBox()).toEqual(before)
    expect((await menu.boundingBox())?.height).toBeLessThan(40)
    await menu.tap()
    await expect(page.getByRole('paragraph').filter({ hasText: name })).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.context().close()
  })
}
