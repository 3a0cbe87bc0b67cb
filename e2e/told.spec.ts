import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { headOf } from './support/mailbox'
import { proposeModel } from './support/propose'
import { linksIn, somebody, test, type Post } from './support/told'

/** Gives an address on the account page, and confirms it by the link. */
async function giveAddress(page: Page, { mailbox }: Post, address: string): Promise<void> {
  const before = mailbox.to(address).length
  await page.goto('/account')
  await page.getByLabel('E-mail address').fill(address)
  await page.getByRole('button', { name: 'Send me a link to confirm it' }).click()
  await expect(page.getByText(`A link is on its way to ${address}.`)).toBeVisible()
  await expect.poll(() => mailbox.to(address)).toHaveLength(before + 1)
  await page.goto(linksIn(mailbox.to(address).at(-1) ?? '')[0] ?? '')
  await page.getByRole('button', { name: 'Yes, write to it' }).click()
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible()
}

/** Waits for so many mails to an address, and answers the last. */
async function mailTo({ mailbox }: Post, address: string, count: number): Promise<string> {
  await expect.poll(() => mailbox.to(address).length, { timeout: 30_000 }).toBe(count)
  return mailbox.to(address).at(-1) ?? ''
}

async function say(page: Page, id: number, words: string): Promise<void> {
  await page.goto(`/review/${id}`)
  await page.getByLabel('Comment').fill(words)
  await page.getByRole('button', { name: 'Send the comment' }).click()
  await expect(page.getByText(words).first()).toBeVisible()
}

async function decide(page: Page, id: number, button: 'Accept' | 'Reject' | 'Ask for changes', reason = ''): Promise<void> {
  await page.goto(`/review/${id}`)
  if (reason) await page.getByLabel('Reason', { exact: false }).first().fill(reason)
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('button', { name: button, exact: true })).toHaveCount(0)
}

test('a proposer is told in the inbox and by e-mail, and ends a kind with one click', async ({ page: reader, browser, post }) => {
  const rosa = await somebody(browser, post, 'rosa')
  const mira = await somebody(browser, post, 'mira', { role: 'maintainer' })
  await giveAddress(rosa, post, 'rosa@example.org')
  const { id, name } = await proposeModel(rosa, 'Told')
  await say(mira, id, 'Which paper <b>says</b> so?')
  const commented = await mailTo(post, 'rosa@example.org', 2)
  expect(headOf(commented, 'Subject')).toBe(`Add ${name} (proposal ${id})`)
  expect(headOf(commented, 'From')).toBe('catalog@example.org')
  expect(commented).toContain('Mira Maintainer commented on your proposal.')
  expect(commented).toContain('> Which paper <b>says</b> so?')
  expect(commented).toContain('Which paper &lt;b&gt;says&lt;/b&gt; so?')
  expect(headOf(commented, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  await decide(mira, id, 'Ask for changes', 'Name the paper, please.')
  const asked = await mailTo(post, 'rosa@example.org', 3)
  expect(asked).toContain('> Name the paper, please.')
  expect(headOf(asked, 'References')).toBe(headOf(commented, 'References'))
  expect(headOf(asked, 'In-Reply-To')).toBe(headOf(commented, 'References'))
  expect(headOf(asked, 'Message-ID')).not.toBe(headOf(commented, 'Message-ID'))

  await rosa.goto('/')
  await expect(rosa.getByLabel('Account of Rosa Researcher, 2 unread')).toBeVisible()
  await rosa.goto('/inbox')
  await expect(rosa.getByRole('listitem').filter({ hasText: 'asks for changes to your proposal' })).toContainText('New')
  await expectAccessible(rosa)
  await rosa.getByRole('button', { name: `Add ${name}` }).first().click()
  await expect(rosa).toHaveURL(new RegExp(`/proposals/${id}$`))
  await expect(rosa.getByLabel('Account of Rosa Researcher, 1 unread')).toBeVisible()
  await rosa.goto('/inbox')
  await rosa.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(rosa.getByText('Nothing new.')).toBeVisible()
  await expect(rosa.getByLabel('Account of Rosa Researcher', { exact: true })).toBeVisible()

  const unsubscribe = headOf(commented, 'List-Unsubscribe').slice(1, -1)
  await reader.goto(unsubscribe)
  await expect(reader.getByRole('heading', { name: 'No more e-mails' })).toBeVisible()
  await expectAccessible(reader)
  await rosa.goto('/watching')
  await expect(rosa.getByLabel('Somebody commented')).toHaveValue('at_once')
  // As a mail program does it: no session, no page of ours, no Origin.
  const clicked = await fetch(unsubscribe, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
  expect(clicked.status).toBe(200)
  await rosa.reload()
  await expect(rosa.getByLabel('Somebody commented')).toHaveValue('never')
  await expect(rosa.getByLabel('Changes are asked for')).toHaveValue('at_once')
  await expectAccessible(rosa)
  const forged = await fetch(`${unsubscribe}x`, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
  expect(forged.status).toBe(404)

  await rosa.goto(`/proposals/${id}/revise`)
  await rosa.getByLabel('Note to the maintainers').fill('It has none yet.')
  await rosa.getByRole('button', { name: /^Send/ }).click()
  await rosa.waitForURL(/\/proposals\/\d+$/)
  await say(mira, id, 'Thank you.')
  await decide(mira, id, 'Accept')
  // The comment came before: what is queued is queued in order.
  const accepted = await mailTo(post, 'rosa@example.org', 4)
  expect(accepted).toContain('Mira Maintainer accepted your proposal.')
  expect(accepted).not.toContain('Thank you.')

  await reader.goto(unsubscribe)
  await reader.getByRole('button', { name: 'End all e-mails' }).click()
  await expect(reader.getByRole('heading', { name: 'You get no more of them' })).toBeVisible()
  await rosa.reload()
})
