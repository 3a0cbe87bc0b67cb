import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'

/** A mail server that keeps what it gets, and what the portal's settings must say to use it. */
export interface Mailbox {
  settings: { EMAIL_SERVER: string; EMAIL_FROM: string }
  /** The texts of the mails to an address, decoded, oldest first. */
  to: (address: string) => string[]
  close: () => Promise<void>
}

interface Mail {
  to: string
  text: string
}

/** Starts a mail server that speaks as much SMTP as a sender needs. */
export async function startMailbox(): Promise<Mailbox> {
  const mails: Mail[] = []
  const server = createServer((socket) => void converse(socket, mails))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    settings: { EMAIL_SERVER: `smtp://127.0.0.1:${port}`, EMAIL_FROM: 'catalog@example.org' },
    to: (address) => mails.filter(({ to }) => to === address).map(({ text }) => decode(text)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function converse(socket: Socket, mails: Mail[]): Promise<void> {
  socket.on('error', () => socket.destroy())
  socket.write('220 mailbox\r\n')
  let to = ''
  let text: string[] | null = null
  for await (const line of createInterface({ input: socket })) {
    if (text && line !== '.') text.push(line)
    else if (text) {
      mails.push({ to, text: text.join('\n') })
      text = null
      socket.write('250 kept\r\n')
    } else {
      to = /^RCPT TO:<(.+)>/i.exec(line)?.[1] ?? to
      if (/^DATA/i.test(line)) text = []
      socket.write(text ? '354 go on\r\n' : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 fine\r\n')
      if (/^QUIT/i.test(line)) socket.end()
    }
  }
}

// Long lines, like a link, come as quoted-printable.
function decode(text: string): string {
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(text)) return text
  return text.replace(/=\n/g, '').replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
