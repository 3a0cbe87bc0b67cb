import { spawn } from 'node:child_process'
import { StartFailure } from './failure.mjs'

/**
 * Runs a program to its end, silently; where it fails, its last lines are told.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined>, failure: string }} options
 * @returns {Promise<void>}
 */
export function run(program, args, { cwd, env, failure }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const end = () => child.kill()
    process.once('exit', end)
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-4000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (error) => reject(new StartFailure(`${failure} (${error.message})`)))
    child.once('close', (code) => {
      process.off('exit', end)
      if (code === 0) resolve()
      else reject(new StartFailure(`${output.trim()}\n\n${failure}`))
    })
  })
}
