/** How often somebody may do something: `burst` times at once, and once more each `seconds`. */
export interface Rate {
  burst: number
  seconds: number
}

/** How settings write a rate: `5/600`, or `off`. */
export const rateFormat = /^(off|[1-9]\d{0,5}\/[1-9]\d{0,5})$/

/** The rate that a setting of that format writes; null: `off`. */
export function readRate(text: string): Rate | null {
  const [burst, seconds] = text.split('/').map(Number)
  return burst && seconds ? { burst, seconds } : null
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/** A wait in words, never shorter than it is: "25 seconds", "9 minutes", "3 hours". */
export function sayWait(seconds: number): string {
  if (seconds <= MINUTE) return count(Math.max(1, Math.ceil(seconds)), 'second')
  return seconds <= HOUR ? count(Math.ceil(seconds / MINUTE), 'minute') : count(Math.ceil(seconds / HOUR), 'hour')
}

function count(number: number, unit: string): string {
  return number === 1 ? `1 ${unit}` : `${number} ${unit}s`
}
