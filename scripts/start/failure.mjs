/** An expected reason why the portal cannot start: one sentence that says what to do. */
export class StartFailure extends Error {
  name = 'StartFailure'
}

/**
 * By name: a TypeScript module may hold another copy of this class.
 * @param {unknown} error
 * @returns {error is Error}
 */
export function isStartFailure(error) {
  return error instanceof Error && error.name === 'StartFailure'
}

const least = [20, 19]

/** Refuses a Node that is too old, before anything else fails in a way that does not say so. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > least[0] || (major === least[0] && minor >= least[1])) return
  throw new StartFailure(`The portal needs Node ${least.join('.')} or newer, and this is ${version}: install a current Node from https://nodejs.org.`)
}
