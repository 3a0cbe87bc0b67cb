import { once } from 'node:events'
import { openDataFolder } from '../start/data-folder'
import { holdFolder } from '../start/folder-lock'

// Takes data folders, one each 50 ms from a given moment on, tells how that went and with which secret, and lives until its input ends.
const [moment = '0', ...paths] = process.argv.slice(2)
process.setMaxListeners(paths.length + 10)
for (const [at, path] of paths.entries()) {
  while (Date.now() < Number(moment) + at * 50);
  const { secrets } = await openDataFolder(path)
  try {
    holdFolder(path, { url: null, databaseUrl: null })
    console.log(`held ${secrets.session}`)
  } catch {
    console.log(`refused ${secrets.session}`)
  }
}
console.log('told')
process.stdin.resume()
await once(process.stdin, 'end')
