// The whole portal on a fresh machine with nothing but Node. Until node_modules is there this uses Node's own modules only.
import { isStartFailure, requireNode } from './start/failure.mjs'
import { generateClient } from './start/generate.mjs'
import { install } from './start/install.mjs'
import { step } from './start/step.mjs'

// An image holds its packages and its build, and can neither be written nor be out of date.
const built = process.argv.includes('--built')

try {
  requireNode()
  if (!built) {
    await step('Install the packages', install)
    await step('Generate the database client', generateClient)
  }
  const { register } = await import('tsx/esm/api')
  register()
  const { startPortal } = await import('./start/portal.ts')
  await startPortal({ built })
} catch (error) {
  if (!isStartFailure(error)) throw error
  console.error(`\n${error.message}`)
  process.exit(1)
}
