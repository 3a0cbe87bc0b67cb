import { expect, test as base, type Browser, type Page } from '@playwright/test'
import PgBoss from 'pg-boss'
import { freePort } from '@/scripts/postgres'
import { readHolder } from '@/scripts/start/folder-lock'
import { startIssuer, type Issuer } from './issuer'
import { startMailbox, type Mailbox } from './mailbox'
import type { Who } from './people'
import { startPortal, type Portal } from './portal'
import { signIn } from './sign-in'

/** A portal with a mail server, whose people come from an OpenID Connect issuer or by e-mail links. */
export interface Post {
  portal: Portal
  issuer: Issuer
  mailbox: Mailbox
  /** Whose roles were granted already. */
  granted: Set<string>
  /** Has the day's e-mails put together now, and waits until they are. */
  dayComes: () => Promise<void>
}

async function open(): Promise<Post> {
  const port = await freePort()
  const mailbox = await startMailbox()
  const issuer = await startIssuer(`http://localhost:${port}`)
  const portal = await startPortal({ port, env: { ...issuer.settings, ...mailbox.settings } })
  return { portal, issuer, mailbox, granted: new Set(), dayComes: () => makeDayDue(portal.data) }
}

async function makeDayDue(data: string): Promise<void> {
  const connectionString = readHolder(data)?.databaseUrl ?? ''
  const boss = new PgBoss({ connectionString, migrate: false, supervise: false, schedule: false })
  await boss.start()
  const job = (await boss.send('mail-of-the-day', {})) ?? ''
  await expect.poll(async () => (await boss.getJobById('mail-of-the-day', job))?.state, { timeout: 30_000 }).toBe('completed')
  await boss.stop({ graceful: false })
}

export const test = base.extend<object, { post: Post }>({
  post: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const post = await open()
      await use(post)
      await post.portal.stop()
      await post.issuer.close()
      await post.mailbox.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ post }, use) => use(post.portal.url),
})

/** Somebody of the issuer in a browser of their own, with a role. */
export async function somebody(browser: Browser, post: Post, who: Who, { role, javaScript = true }: { role?: 'maintainer'; javaScript?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: post.portal.url, javaScriptEnabled: javaScript })
  const page = await context.newPage()
  await signIn(page, who)
  if (role && !post.granted.has(who)) await post.portal.catalog('role', `oidc:${post.issuer.settings.OIDC_ISSUER}#${who}`, role)
  if (role) post.granted.add(who)
  return page
}

/** The links of a mail, in their order. */
export function linksIn(mail: string): string[] {
  return [...mail.matchAll(/http:\/\/localhost:\d+\/[^\s<>"]*/g)].map(([link]) => link)
}
