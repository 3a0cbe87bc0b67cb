import { beforeEach, vi } from 'vitest'

/** Has each test of a file meet the limits as they are where no setting says otherwise. */
export function withUsualLimits(): void {
  beforeEach(() => {
    for (const name of ['SIGN_IN', 'PROPOSALS', 'UPDATES', 'READING', 'PENDING']) vi.stubEnv(`PORTAL_LIMIT_${name}`, '')
    return () => vi.unstubAllEnvs()
  })
}
