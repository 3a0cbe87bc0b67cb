import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A way to a server that can be cut, and mended: for tests of what a portal does without its database. */
export interface CutOff {
  port: number
  /** Ends what goes through, and refuses whoever comes. */
  cut(): void
  /** Lets whoever comes in, and nothing through: as a machine does that is gone without a word. */
  silence(): void
  mend(): void
  close(): Promise<void>
}

/** Stands between a client and a port of this machine. */
export async function cutOff(target: number): Promise<CutOff> {
  let state: 'through' | 'cut' | 'silent' = 'through'
  const open = new Set<Socket>()
  const server = createServer((client) => {
    open.add(client)
    client.on('error', () => undefined).on('close', () => open.delete(client))
    if (state === 'cut') return client.destroy()
    if (state === 'silent') return
    const onward = connect(target, '127.0.0.1')
    open.add(onward)
    onward.on('error', () => client.destroy()).on('close', () => open.delete(onward) && client.destroy())
    client.on('close', () => onward.destroy())
    client.on('data', (chunk) => state === 'through' && onward.write(chunk))
    onward.on('data', (chunk) => state === 'through' && client.write(chunk))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const end = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      state = 'cut'
      end()
    },
    silence() {
      state = 'silent'
    },
    mend() {
      end()
      state = 'through'
    },
    close: () =>
      new Promise((resolve) => {
        end()
        server.close(() => resolve())
      }),
  }
}
