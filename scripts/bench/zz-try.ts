import { migrate } from '../migrate'
import { startPostgres } from '../postgres'
import { fillForSearch } from './search/fill'
import { writeFileSync } from 'node:fs'
const server = await startPostgres('/tmp/h/search-pg/postgres', 'search')
for (const n of process.argv.slice(2).map(Number)) {
  const t = performance.now()
  await server.create('search_' + n); await migrate(server.url('search_' + n))
  await fillForSearch(server.url('search_' + n), n)
  console.log(n, 'fill', Math.round(performance.now() - t), process.memoryUsage().rss / 2**20, server.url('search_' + n))
}
writeFileSync('/tmp/h/search-pg/url', server.url('x'))
await new Promise(() => setInterval(() => {}, 1000))
