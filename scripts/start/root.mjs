import { accessSync, constants } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { StartFailure } from './failure.mjs'

/** The checkout's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/**
 * Refuses to go on where the checkout cannot be written and something has to be.
 * @param {string} what
 */
export function requireWritable(what) {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    throw new StartFailure(`The checkout ${root} is read-only, and ${what}: make it writable, or copy it to a folder of yours and start there.`)
  }
}
