import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parse } from '@/lib/readme/parse'
import { root } from '../start/root.mjs'
import { blockPhase } from './subjects'
import { oneTable } from './texts'

/** What results hold on to, in bytes. */
export interface Held {
  rows: number
  block: number
  parse: number
}

type What = 'block' | 'parse'

/** What the block phase and a parse hold on to. Each is asked of a process of its own, so that none sees another's rubbish. */
export function heldAt(rows: number): Held {
  return { rows, block: ask('block', rows), parse: ask('parse', rows) }
}

function ask(what: What, rows: number): number {
  const args = ['--expose-gc', '--max-old-space-size=4096', '--import', 'tsx', fileURLToPath(import.meta.url), what, `${rows}`]
  const child = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return Number(child.stdout)
}

function hold(what: What, rows: number): number {
  const text = oneTable(rows)
  // What is made once, however large the text, is nobody's growth.
  const make = (of: string) => (what === 'parse' ? parse(of) : blockPhase(of).run())
  const usual = oneTable(100)
  for (let count = 0; count < 50; count++) make(usual)
  const before = heap()
  const result = make(text)
  const after = heap()
  // Named once more, so that it is still there when the heap is measured.
  return result === null ? 0 : after - before
}

function heap(): number {
  // What one collection lets go may hold what the next one finds.
  for (let round = 0; round < 3; round++) globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(hold(process.argv[2] as What, Number(process.argv[3])))
