import { behindDoor } from '../clean'
import type { Context } from '../context'
import type { Draft, Rule } from '../finding'
import { editIn, placeIn } from '../spot'

/** Addresses of logins, redirects, library proxies and mirrors in the place of the page behind them. */
export const loginAddress: Rule = {
  name: 'login-address',
  reason: 'Most readers meet a login or a dead session there, not the page.',
  severity: 'warning',
  check: (context: Context): Draft[] =>
    context.addresses.flatMap(({ url, at, stretch }) => {
      const page = behindDoor(url)
      if (page === undefined) return []
      const known = page === null ? 'link the page behind it' : `the page behind it is ${page}`
      const edits = page === null ? [] : editIn(context, stretch, { from: at, to: at + url.length, text: page })
      return [{ place: placeIn(stretch, at), message: `This address leads through a login, a proxy or a redirect: ${known}.`, edits }]
    }),
}
