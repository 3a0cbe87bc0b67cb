import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { StartFailure } from './start/failure.mjs'
import { root } from './start/root.mjs'

// The first is Debian's Chromium without a window: the same pages for half the work.
const headless = 'chromium-headless-shell'
const names = [headless, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/**
 * Finds a browser for the journeys: an installed one, else Debian's package where we may install it, else Playwright's own.
 * Answers its path; "" for Playwright's own. Refuses, saying what to install, where there is none.
 */
export function findBrowser() {
  return installed() ?? fromDebian() ?? fromPlaywright() ?? refuse()
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere]
  return candidates.find(isExecutable)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env })
  const install = (/** @type {string} */ name) => spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', name], { stdio: 'ignore', env }).status === 0
  // Older ones have it with its window alone.
  if (!install(headless)) install('chromium')
  return installed()
}

function fromPlaywright() {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  return spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore' }).status === 0 ? '' : undefined
}

/** @returns {never} */
function refuse() {
  throw new StartFailure('The browser tests need Chromium or Google Chrome, and none is installed: install one (on Debian: `apt-get install chromium`) and run `npm test` again.')
}
