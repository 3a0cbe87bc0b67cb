import { createServer } from 'node:net'
import { isOneMachine, parseSettings, signInWays } from './settings'
import { build } from './build'
import { openDataFolder, type DataFolder } from './data-folder'
import { migrateDatabase, requireDatabase, startEmbedded } from './database'
import { StartFailure } from './failure.mjs'
import { holdFolder, tellHolder } from './folder-lock'
import { seedCatalog } from './seed'
import { step } from './step.mjs'
import { outliveReaders } from './output'
import { startWhole, stopAll, type Stops } from './stops'

/** Starts everything behind `npm start`, and stops it in the opposite order when asked to. */
export async function startPortal({ built }: { built: boolean }): Promise<void> {
  const host = process.env.HOST || '127.0.0.1'
  const port = portOf(process.env.PORT || '3000')
  const external = process.env.DATABASE_URL
  // With both from outside, as in a container, there is nothing to keep and no folder is touched.
  const folder = external && process.env.NEXTAUTH_SECRET ? null : await openDataFolder()
  const origin = process.env.NEXTAUTH_URL || `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
  if (folder && !external) holdFolder(folder.path, { url: origin, databaseUrl: null })
  await requireFreePort(host, port)

  Object.assign(process.env, {
    ...{ NEXTAUTH_URL: origin, PORTAL_EMBEDDED: isOneMachine(host, external) ? '1' : '0' },
    ...{ NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || folder?.secrets.session, NODE_ENV: 'production' },
  })
  const settings = parseSettings(process.env)

  const stops: Stops = []
  outliveReaders()
  stopOnSignals(stops)
  await startWhole(stops, async () => {
    const databaseUrl =
      folder && !external ? await step('Start the embedded Postgres', () => embedded(folder, origin, stops)) : await named(external ?? '')
    process.env.DATABASE_URL = databaseUrl
    await step('Migrate the database', () => migrateDatabase(databaseUrl))
    await step('Import the seed README', () => seedCatalog(databaseUrl))
    if (!built) await step('Build the pages', build)
    const { serve } = await import('../serve')
    stops.unshift(await step('Serve', () => serve({ host, port })))
  })
  console.log(`\n${origin}\n${signInWays(settings)}\nCtrl-C stops it.`)
}

async function embedded(folder: DataFolder, url: string, stops: Stops): Promise<string> {
  const server = await startEmbedded(folder)
  stops.unshift(server.stop)
  tellHolder(folder.path, { url, databaseUrl: server.databaseUrl })
  void server.ended.then(() => {
    console.error(`The embedded Postgres ended, and the portal with it: start again, what was accepted is kept. Its log is ${folder.postgres}/server.log.`)
    process.exit(1)
  })
  return server.databaseUrl
}

async function named(url: string): Promise<string> {
  await step('Reach the database', () => requireDatabase(url))
  return url
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new StartFailure(`PORT is "${text}", which is no port: give a number from 1 to 65535.`)
}

/** Looks before the database is started; who takes the port in between is told by the server itself. */
function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new StartFailure(sayPort(error, host, port))))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function sayPort({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} of ${host} is taken by another program: stop that, or choose another port, as in \`PORT=${port + 1} npm start\`.`
  if (code === 'EACCES') return `Port ${port} is for root alone: choose one above 1023, as in \`PORT=3000 npm start\`.`
  return `The address ${host}:${port} cannot be listened on (${code}): correct HOST and PORT.`
}

/** Stops in order at the first signal; a second one does not wait. */
function stopOnSignals(stops: Readonly<Stops>): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    console.log(`\nStopping (${signal}) …`)
    void stopAll(stops).then((clean) => process.exit(clean ? 0 : 1))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
}
