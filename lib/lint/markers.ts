/** Whether a line is one that git writes where two versions clash. */
export function isMarker(line: string): boolean {
  return /^(<{7}|\|{7}|>{7})( |$)|^={7}$/.test(line)
}
