// Everything that a change must pass, on a fresh machine: packages, lint, types, tests (the house's arrows among them), build, browser.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isStartFailure, requireNode } from './start/failure.mjs'
import { generateClient } from './start/generate.mjs'
import { install } from './start/install.mjs'
import { step } from './start/step.mjs'
import { findBrowser } from './test/browser.mjs'
import { countsOf, playwrightCounts, vitestCounts } from './test/counts.mjs'
import { check, runNode, stage } from './test/stage.mjs'

const bin = (/** @type {string} */ path) => join('node_modules', path)
const reports = mkdtempSync(join(tmpdir(), 'portal-reports-'))

async function types() {
  // What the compiler needs to know of pages and styles, which a build would write.
  await runNode([bin('next/dist/bin/next'), 'typegen'], { NEXT_TELEMETRY_DISABLED: '1' })
  return check([bin('typescript/bin/tsc'), '--noEmit'])
}

/** @param {string} project @param {string[]} options */
async function vitest(project, ...options) {
  const report = join(reports, `${project}.json`)
  const run = await runNode([bin('vitest/vitest.mjs'), 'run', '--project', project, ...options, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  return countsOf(report, run, vitestCounts)
}

async function playwright() {
  const report = join(reports, 'browser.json')
  const env = { PORTAL_TEST_BROWSER: findBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  return countsOf(report, await runNode([bin('@playwright/test/cli.js'), 'test'], env), playwrightCounts)
}

try {
  requireNode()
  await step('Install the packages', install)
  await step('Generate the database client', generateClient)
  const results = [
    await stage('Lint', () => check([bin('oxlint/bin/oxlint'), '--type-aware'])),
    await stage('Types', types),
    await stage('Unit tests', () => vitest('unit', '--coverage')),
    await stage('Database tests', () => vitest('database')),
  ]
  const built = await stage('Production build', () => check(['--import', 'tsx', 'scripts/start/build-once.ts']))
  results.push(built)
  if (built.failed === 0) results.push(await stage('Browser tests', playwright))
  const sum = (/** @type {'passed' | 'failed'} */ what) => results.reduce((total, counts) => total + counts[what], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
} catch (error) {
  if (!isStartFailure(error)) throw error
  console.error(`\n${error.message}\n\n0 passed, 1 failed`)
  process.exitCode = 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}
