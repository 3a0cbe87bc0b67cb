import type { LoggerInstance } from 'next-auth'

// What went wrong and where, never with whom: next-auth's own logger prints profiles and tokens with an error.
function reason(metadata: Error | object): string {
  const error = metadata instanceof Error ? metadata : 'error' in metadata && metadata.error
  return error instanceof Error ? `${error.name}: ${error.message}`.replace(/\S+@\S+/g, '(address)').replace(/\s+/g, ' ').slice(0, 300) : ''
}

/** next-auth's logger: one line each, without personal data. */
export const log: Partial<LoggerInstance> = {
  error: (code, metadata) => console.error(`sign-in ${code} ${reason(metadata)}`),
  warn: (code) => console.warn(`sign-in ${code}`),
  debug: () => {},
}
