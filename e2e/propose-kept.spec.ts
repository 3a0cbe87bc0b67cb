import { expect, test, type Route } from '@playwright/test'
import { field, list, sendButton } from './support/form'
import { becomeOwn } from './support/own-researcher'
import { fillModel, freshName } from './support/propose'
import { signInDemo } from './support/sign-in'

/** A model whose paper is like nothing in the catalog. */
const plain = (name: string) => ({ name, paper: { title: `On ${name}`, url: `https://example.org/${encodeURIComponent(name)}` } })

const isPost = (route: Route) => route.request().method() === 'POST'

test.beforeEach(({ page }) => signInDemo(page, 'Demo researcher', '/propose'))

test('keeps what is typed over a reload, and can start over and take that back', async ({ page }) => {
  const name = freshName('Kept')
  await page.goto('/propose/model')
  await fillModel(page, plain(name))
  await list(page, 'Base models').fill('not yet added')
  await page.reload()
  await expect(page.getByText('What you typed before is back.')).toBeVisible()
  await expect(field(page, 'Name')).toHaveValue(name)
  await expect(field(page, 'No code')).toBeChecked()
  await expect(page.getByText('not yet added').or(page.locator('input[value="not yet added"]')).first()).toBeVisible()
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(field(page, 'Name')).toHaveValue('')
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect(field(page, 'Name')).toHaveValue(name)
  await field(page, 'No paper yet').check()
  await field(page, 'No paper yet').uncheck()
  await expect(field(page, 'Paper title')).toHaveValue(`On ${name}`)
})

test('keeps what is typed when the session ends, and comes back to it', async ({ page }) => {
  const name = freshName('Expired')
  await page.goto('/propose/model')
  await fillModel(page, plain(name))
  await page.context().clearCookies()
  await sendButton(page).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Your session has ended.' })).toContainText('kept in this browser')
  await expect(field(page, 'Name')).toHaveValue(name)
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.getByRole('button', { name: /^Demo researcher/ }).click()
  await page.waitForURL(/\/propose\/model$/)
  await becomeOwn(page)
  await page.reload()
  await expect(page.getByText('What you typed before is back.')).toBeVisible()
  await expect(field(page, 'Name')).toHaveValue(name)
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/proposals\/\d+$/)
})

test('keeps what is typed when the server fails or the network is gone, and tries again', async ({ page }) => {
  await page.goto('/propose/model')
  const name = freshName('Stubborn')
  await fillModel(page, plain(name))
  const isSend = (url: URL) => url.pathname === '/propose/model'
  await page.route(isSend, (route) => (isPost(route) ? route.fulfill({ status: 500, body: 'down' }) : route.fallback()))
  await sendButton(page).click()
  await expect(page.getByRole('alert').filter({ hasText: 'No answer came.' })).toContainText('kept in this browser')
  await page.unroute(isSend)
  await page.route(isSend, (route) => (isPost(route) ? route.abort() : route.fallback()))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(sendButton(page)).toHaveText('Send for review')
  await expect(page.getByRole('alert').filter({ hasText: 'No answer came.' })).toBeVisible()
  await expect(field(page, 'Name')).toHaveValue(name)
  await page.unroute(isSend)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page).toHaveURL(/\/proposals\/\d+$/)
})

test('makes one proposal of a double click, and asks before it sends again what may have arrived', async ({ page }) => {
  const name = freshName('Twice')
  await page.goto('/propose/model')
  await fillModel(page, plain(name))
  let sent = 0
  await page.route(
    (url) => url.pathname === '/propose/model',
    async (route) => {
      if (!isPost(route)) return route.fallback()
      sent += 1
      // It arrives, but nobody hears of it.
      await route.fetch()
      return route.abort()
    },
  )
  await sendButton(page).dblclick()
  await expect(page.getByRole('alert').filter({ hasText: 'No answer came.' })).toBeVisible()
  expect(sent).toBe(1)
  await page.getByRole('button', { name: 'Try again' }).click()
  const told = page.getByRole('status').filter({ hasText: 'It may have arrived already.' })
  await expect(told).toContainText(`a proposal “Add ${name}” is open now`)
  expect(sent).toBe(1)
  await told.getByRole('link', { name: /^see proposal/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
})

test('revises the latest version, and tells when there is a newer one', async ({ page }) => {
  await page.goto('/propose/model')
  const name = freshName('Revised')
  await fillModel(page, plain(name))
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/proposals\/\d+$/)
  const address = page.url()
  await page.goto(`${address}/revise`)
  await expect(field(page, 'Paper title')).toHaveValue(`On ${name}`)
  await expect(field(page, 'No code')).toBeChecked()
  await field(page, 'Paper title').fill('First')
  await expect(page.getByText('The draft is saved.')).toBeVisible()

  const other = await page.context().newPage()
  await other.goto(`${address}/revise`)
  await field(other, 'Paper title').fill('Second')
  await sendButton(other).click()
  await expect(other).toHaveURL(address)
  await other.close()

  await sendButton(page).click()
  await expect(page.getByRole('alert').filter({ hasText: 'The proposal changed meanwhile.' })).toBeVisible()
  await expect(field(page, 'Paper title')).toHaveValue('First')
  await page.reload()
  await expect(page.getByText('You typed it over version 1; version 2 has been sent since')).toBeVisible()
  await expect(field(page, 'Paper title')).toHaveValue('First')
  await sendButton(page).click()
  await expect(page).toHaveURL(address)
  await expect(page.getByText('First').first()).toBeVisible()
})
