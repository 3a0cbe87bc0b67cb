import { connect } from '@/lib/db'
import { decideProposal } from '@/lib/proposals/decide'
import { submitProposal } from '@/lib/proposals/service'

/** Proposes and accepts without end, telling each acceptance once it is promised: for tests that kill it in the middle. */
const [url = '', proposer = '', decider = ''] = process.argv.slice(2)
const db = connect(url)
const viewer = (id: string) => db.user.findUniqueOrThrow({ where: { id }, select: { id: true, name: true, role: true } })
const [ada, max] = [await viewer(proposer), await viewer(decider)]

for (let count = 0; ; count++) {
  const fields = { name: `Crash ${process.pid} ${count}`, papers: [], description: 'x'.repeat(1 + (count % 50)), links: [] }
  const input = { changes: [{ op: 'add' as const, section: 'genomics', entry: { kind: 'dataset' as const, fields } }] }
  const sent = await submitProposal(db, ada, input)
  if (!sent.ok) throw new Error(sent.message)
  const decided = await decideProposal(db, max, { proposal: sent.value.id, version: 1, verdict: 'accepted' }, new Date())
  if (!decided.ok) throw new Error(decided.message)
  process.stdout.write(`${decided.value.catalogRevision}\n`)
}
