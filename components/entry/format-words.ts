/** What the forms of a list are called (lib/download/formats has how each is written). */
export const formatWords = { csv: 'CSV', json: 'JSON', bib: 'BibTeX', ris: 'RIS', csl: 'CSL-JSON', md: 'Markdown' } as const

export type FormatName = keyof typeof formatWords
