import { defineConfig, devices } from '@playwright/test'

const root = process.getuid?.() === 0
// Found by scripts/browser.mjs; absent: the browser that Playwright itself downloaded.
const executablePath = process.env.PORTAL_TEST_BROWSER || undefined

const chromium = {
  ...devices['Desktop Chrome'],
  // Off: everything with which a browser calls home.
  launchOptions: {
    ...(executablePath ? { executablePath } : {}),
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', ...(root ? ['--no-sandbox'] : [])],
  },
}

/** Journeys on a production build. `PORTAL_URL` and `PORTAL_OIDC_URL` come from the global setup, which starts two portals. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/setup.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // What takes minutes is for `npm run test:long`.
  ...(process.env.PORTAL_TEST_LONG ? { grep: /@long/ } : { grepInvert: /@long/ }),
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : [['line']],
  // Traces take time of every test, and tell of those that fail alone: they are for whoever looks into one.
  use: { trace: process.env.PORTAL_TEST_TRACE ? 'retain-on-failure' : 'off', locale: 'en-GB', timezoneId: 'Asia/Shanghai' },
  projects: [
    { name: 'demo', testIgnore: '**/*.oidc.spec.ts', use: { ...chromium, baseURL: process.env.PORTAL_URL } },
    { name: 'oidc', testMatch: '**/*.oidc.spec.ts', use: { ...chromium, baseURL: process.env.PORTAL_OIDC_URL } },
  ],
})
