import { once } from 'node:events'
import { openDataFolder } from '../start/data-folder'
import { holdFolder } from '../start/folder-lock'

// Takes a data folder at a given moment, tells how that went and with which secret, and stays alive until its input ends.
const [path = '', moment = '0'] = process.argv.slice(2)
while (Date.now() < Number(moment));
const { secrets } = await openDataFolder(path)
try {
  holdFolder(path, { url: null, databaseUrl: null })
  console.log(`held ${secrets.session}`)
} catch {
  console.log(`refused ${secrets.session}`)
}
process.stdin.resume()
await once(process.stdin, 'end')
