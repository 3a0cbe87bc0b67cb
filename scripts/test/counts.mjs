import { readFileSync } from 'node:fs'

/**
 * What a test runner counted, from its JSON report; a run that ends without a report, or that fails without a failed test
 * (a file that does not load, a setup that throws), or that ran nothing, counts as one failure.
 * @param {string} file
 * @param {{ code: number, told: string }} run
 * @param {(report: any) => { passed: number, failed: number }} read
 * @returns {import('./stage.mjs').Counts}
 */
export function countsOf(file, { code, told }, read) {
  const counts = readReport(file, read)
  const unexplained = counts.failed === 0 && (code !== 0 || counts.passed === 0)
  return { passed: counts.passed, failed: counts.failed + (unexplained ? 1 : 0), told }
}

/** @param {string} file @param {(report: any) => { passed: number, failed: number }} read */
function readReport(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // No report, or half of one: the runner's exit code and words tell why.
    return { passed: 0, failed: 0 }
  }
}

/** @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report */
export function vitestCounts({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  // A skipped test is a test that cannot fail.
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests }
}

/** @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report */
export function playwrightCounts({ stats: { expected, unexpected, flaky, skipped } }) {
  return { passed: expected, failed: unexpected + flaky + skipped }
}
