/** What stops the parts of the portal that were started, the last of them first. */
export type Stops = (() => Promise<void>)[]

/** Stops everything in order, one that fails not excepted; false where one did. */
export async function stopAll(stops: Readonly<Stops>): Promise<boolean> {
  let clean = true
  for (const stop of stops) {
    await stop().catch((error: unknown) => {
      console.error(error)
      clean = false
    })
  }
  return clean
}

/** Starts parts; where one fails, those before it are stopped: the database is a process of its own, which would live on. */
export async function startWhole(stops: Readonly<Stops>, start: () => Promise<void>): Promise<void> {
  try {
    await start()
  } catch (error) {
    await stopAll(stops)
    throw error
  }
}
