import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const tried = fileURLToPath(new URL('output.ts', import.meta.url))

it('speaking to nobody is no error of a process', { timeout: 30_000 }, async () => {
  const program = `
    import { outliveReaders } from ${JSON.stringify(tried)}
    outliveReaders()
    let uncaught = 0
    process.on('uncaughtException', () => uncaught++)
    const heard = () => setImmediate(() => process.send({ uncaught }))
    process.on('message', () => process.stdout.write('said to nobody', () => process.stderr.write('nor this', heard)))
    process.send('ready')`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  try {
    await once(child, 'message')
    child.stdout?.destroy()
    child.stderr?.destroy()
    child.send('speak')
    expect((await once(child, 'message'))[0]).toEqual({ uncaught: 0 })
  } finally {
    child.kill('SIGKILL')
  }
})
