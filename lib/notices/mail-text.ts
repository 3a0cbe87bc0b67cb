import { excerpt, sayNotice, type NoticeView } from './notice'

/** What an e-mail tells. */
export interface Letter {
  /** The portal's origin: links lead there, and message ids are of its host. */
  origin: string
  /** The e-mail's own id. */
  mail: string
  /** When it was put together. */
  at: Date
  daily: boolean
  notices: readonly NoticeView[]
  /** How many more there are to tell, in the inbox. */
  more: number
  /** What waits in the queue, the oldest first; null where it is not told of. */
  queue: readonly { id: number; title: string; submittedAt: Date }[] | null
  /** The address of the link that ends such e-mails. */
  unsubscribe: string
}

/** An e-mail, written. */
export interface Written {
  subject: string
  text: string
  html: string
  messageId: string
  /** The thread that it belongs to: that of its proposal. */
  references: string[]
  headers: Record<string, string>
}

/** More of the queue is not listed. */
const queueShown = 10
const longestSaid = 4000

/** Writes an e-mail as text and as simple HTML: no picture, no script, nothing that tells whether it was read. */
export function writeLetter(letter: Letter): Written {
  const { origin, unsubscribe, notices, daily, mail } = letter
  const host = new URL(origin).hostname
  const [only] = notices
  const threads = daily || !only ? [] : [`<proposal-${only.proposal}@${host}>`]
  const blocks = [...notices.flatMap((notice) => noticeBlocks(notice, letter)), ...moreBlocks(letter), ...queueBlocks(letter), ...footBlocks(letter)]
  return {
    ...{ subject: subjectOf(letter), text: blocks.map(asText).join('\n\n').concat('\n'), html: page(blocks.map(asHtml).join('\n')) },
    messageId: daily || !only ? `<day-${mail}@${host}>` : `<notice-${only.id}@${host}>`,
    references: threads,
    headers: {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  }
}

/** The same for all e-mails of a proposal, so that mail programs which go by it thread them too. */
function subjectOf({ daily, notices, at }: Letter): string {
  const [only] = notices
  return daily || !only ? `The catalog on ${at.toISOString().slice(0, 10)}` : `${oneLine(only.title)} (proposal ${only.proposal})`
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}

type Block =
  | { type: 'heading' | 'text' | 'quote' | 'small'; text: string }
  | { type: 'link'; text: string; href: string; after?: string }

function noticeBlocks(notice: NoticeView, { origin }: Letter): Block[] {
  const said = excerpt(notice.said, longestSaid)
  return [
    { type: 'heading', text: sayNotice(notice) },
    { type: 'link', text: oneLine(notice.title), href: `${origin}${notice.path}`, after: `Proposal ${notice.proposal}, ${moment(notice.at)}` },
    ...(said ? [{ type: 'quote', text: said } as const] : []),
  ]
}

function moreBlocks({ more, origin }: Letter): Block[] {
  return more === 0 ? [] : [{ type: 'link', text: `And ${more} more in your inbox`, href: `${origin}/inbox` }]
}

function queueBlocks({ queue, origin }: Letter): Block[] {
  if (!queue) return []
  const count = queue.length > queueShown ? `More than ${queueShown} proposals wait` : queue.length === 1 ? 'One proposal waits' : `${queue.length} proposals wait`
  return [
    { type: 'heading', text: `${count} for a decision.` },
    ...queue.slice(0, queueShown).map(({ id, title, submittedAt }): Block => ({ type: 'link', text: oneLine(title), href: `${origin}/review/${id}`, after: `Sent ${moment(submittedAt)}` })),
    { type: 'link', text: 'The review queue', href: `${origin}/review` },
  ]
}

function footBlocks({ origin, unsubscribe, daily }: Letter): Block[] {
  return [
    { type: 'small', text: `You are told this by ${new URL(origin).host}, as your settings there ask for.` },
    { type: 'link', text: 'What you are told of', href: `${origin}/watching` },
    { type: 'link', text: daily ? 'No more daily e-mails' : 'No more e-mails like this', href: unsubscribe },
  ]
}

/** "2026-11-25 21:47 UTC". */
function moment(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function asText(block: Block): string {
  if (block.type === 'link') return [block.text, block.href, ...(block.after ? [block.after] : [])].join('\n')
  if (block.type === 'quote') return block.text.replace(/\r\n?/g, '\n').replace(/^/gm, '> ')
  return block.type === 'small' ? `-- \n${block.text}` : block.text
}

function asHtml(block: Block): string {
  if (block.type === 'link') return `<p><a href="${escapeHtml(block.href)}">${escapeHtml(block.text)}</a>${block.after ? `<br>${escapeHtml(block.after)}` : ''}</p>`
  if (block.type === 'quote') return `<blockquote style="white-space: pre-wrap">${escapeHtml(block.text)}</blockquote>`
  return block.type === 'heading' ? `<p><strong>${escapeHtml(block.text)}</strong></p>` : `<hr><p>${escapeHtml(block.text)}</p>`
}

function page(body: string): string {
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head><body>\n${body}\n</body></html>\n`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML shows it, in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] as string)
}
