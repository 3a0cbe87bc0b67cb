/** After this many milliseconds a step says that it is under way. */
const patience = 1500

/**
 * Does a step and prints what it took; a step that finds nothing to do answers `false` and is not told.
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = performance.now()
  const waiting = setTimeout(() => console.log(`  ${title} …`), patience)
  try {
    const done = await work()
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    if (done !== false) console.log(`  ${title.padEnd(34)} ${seconds.padStart(6)} s`)
    return done
  } finally {
    clearTimeout(waiting)
  }
}
