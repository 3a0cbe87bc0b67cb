/**
 * How pages are looked at by axe: in each scheme once, and once at each width. What a width makes of a page and what a scheme makes of its
 * colours don't depend on each other.
 */
export const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 375 },
] as const
