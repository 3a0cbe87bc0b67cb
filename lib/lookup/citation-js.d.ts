// The parsers of citation.js alone: its core would follow addresses in what it is given.
declare module '@citation-js/plugin-bibtex/lib/input/file.js' {
  /** Entries with their fields as they are written, names in lower case; throws where the text is none. */
  export function parse(text: string): { type: string; label: string; properties: Record<string, string | number> }[]
}
declare module '@citation-js/plugin-bibtex/lib/input/value.js' {
  /** A field's value, TeX read; throws where that cannot be read. */
  export function parse(text: string, field: string): unknown
}
