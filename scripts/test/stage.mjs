import { spawn } from 'node:child_process'
import { root } from '../start/root.mjs'

/**
 * What a stage counted; `told` is what it printed, for when it failed.
 * @typedef {{ passed: number, failed: number, told: string }} Counts
 */

/**
 * Does a stage and prints a line of it; of one that failed, all that it told.
 * @param {string} title
 * @param {() => Counts | Promise<Counts>} work
 */
export async function stage(title, work) {
  const began = performance.now()
  const counts = await work()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (counts.failed > 0) console.log(counts.told)
  console.log(`${counts.failed > 0 ? '✗' : '✓'} ${title.padEnd(28)} ${`${counts.passed} passed, ${counts.failed} failed`.padEnd(26)} ${seconds.padStart(6)} s`)
  return counts
}

/**
 * Runs a program of the project and answers its exit code and all that it printed.
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ code: number, told: string }>}
 */
export function runNode(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (told += chunk))
    child.once('close', (code) => resolve({ code: code ?? 1, told }))
  })
}

/**
 * A check that counts as one.
 * @param {string[]} args
 * @returns {Promise<Counts>}
 */
export async function check(args) {
  const { code, told } = await runNode(args)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, told }
}
