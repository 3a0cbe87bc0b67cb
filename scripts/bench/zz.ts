import { measureServing } from './serving'
const f = await measureServing((l) => console.error(l))
for (const t of f.times) console.log(t.subject.name, t.connections, t.server, t.size, Math.round(t.requestsPerSecond), t.p50.toFixed(2), t.p99.toFixed(2), t.failed)
console.log(f.missed.join('\n'))
