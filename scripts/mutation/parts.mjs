/**
 * The parts of the core whose tests are tested: which files are changed, and which tests must notice. Each part answers with the
 * tests of its own folder, so that the grammar is not held only by a law on whole documents.
 * @type {Record<string, { mutate: string[], tests: string }>}
 */
export const parts = {
  grammar: {
    mutate: ['lib/catalog/{cell,entry,header,markdown,schema,text,url}.ts', 'lib/catalog/kinds/*.ts'],
    tests: 'lib/catalog/**/*.test.ts',
  },
  engine: {
    mutate: ['lib/readme/{bytes,date-line,diff,frame,layout,line-diff,lines,merge,newest,parse,patch,place,render,row,tables}.ts', 'lib/readme/changes/*.ts'],
    tests: 'lib/readme/**/*.test.ts',
  },
}

const named = process.env.MUTATED_PART ?? 'grammar'

/** The part that this process is about. */
export const part = { name: named, ...(parts[named] ?? { mutate: [], tests: '' }) }
