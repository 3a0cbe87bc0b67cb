import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'

/** A mail server that keeps what it gets, and what the portal's settings must say to use it. */
export interface Mailbox {
  settings: { EMAIL_SERVER: string; EMAIL_FROM: string }
  /** The texts of the mails to an address, decoded, oldest first. */
  to: (address: string) => string[]
  /** Refuses the next so many mails as a busy server does; tells how many are still to be refused. */
  refuse: (mails: number) => void
  refusals: () => number
  close: () => Promise<void>
}

interface Mail {
  to: string
  text: string
}

interface Box {
  mails: Mail[]
  toRefuse: number
}

/** Starts a mail server that speaks as much SMTP as a sender needs. */
export async function startMailbox(): Promise<Mailbox> {
  const box: Box = { mails: [], toRefuse: 0 }
  const server = createServer((socket) => void converse(socket, box))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    settings: { EMAIL_SERVER: `smtp://127.0.0.1:${port}`, EMAIL_FROM: 'catalog@example.org' },
    to: (address) => box.mails.filter(({ to }) => to === address).map(({ text }) => decode(text)),
    refuse: (mails) => void (box.toRefuse = mails),
    refusals: () => box.toRefuse,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function converse(socket: Socket, box: Box): Promise<void> {
  socket.on('error', () => socket.destroy())
  socket.write('220 mailbox\r\n')
  let to = ''
  let text: string[] | null = null
  for await (const line of createInterface({ input: socket })) {
    if (text && line !== '.') text.push(line.replace(/^\./, ''))
    else if (text) {
      box.mails.push({ to, text: text.join('\n') })
      text = null
      socket.write('250 kept\r\n')
    } else {
      const recipient = /^RCPT TO:<(.+)>/i.exec(line)?.[1]
      to = recipient ?? to
      if (/^DATA/i.test(line)) text = []
      if (recipient && box.toRefuse > 0) {
        box.toRefuse--
        socket.write('451 busy, try again\r\n')
      } else socket.write(text ? '354 go on\r\n' : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 fine\r\n')
      if (/^QUIT/i.test(line)) socket.end()
    }
  }
}

/** Heads on one line each; of the parts those that are quoted-printable, as long lines are, decoded. */
function decode(text: string): string {
  const end = text.indexOf('\n\n')
  const head = text.slice(0, end).replace(/\n[ \t]+/g, ' ')
  const body = /^Content-Transfer-Encoding: quoted-printable/im.test(text) ? quotedPrintable(text.slice(end)) : text.slice(end)
  return `${head}${body}`
}

function quotedPrintable(text: string): string {
  return text.replace(/=\n/g, '').replace(/(=[\dA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
}

/** A head of a mail; "" where it has none of that name. */
export function headOf(mail: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'im').exec(mail)?.[1]?.trim() ?? ''
}
