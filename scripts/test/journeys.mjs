import { join } from 'node:path'
import { findBrowser } from '../browser.mjs'
import { countsOf, playwrightCounts } from './counts.mjs'
import { runNode } from './stage.mjs'

/**
 * Runs the journeys of e2e on the build that is there, with further settings.
 * @param {string} reports @param {Record<string, string>} [settings]
 */
export async function journeys(reports, settings = {}) {
  const report = join(reports, 'browser.json')
  const env = { ...settings, PORTAL_TEST_BROWSER: findBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  return countsOf(report, await runNode([join('node_modules', '@playwright/test/cli.js'), 'test'], env), playwrightCounts)
}
