/**
 * The parts of the core whose tests are tested: which files are changed, and which tests must notice. Each part answers with the
 * tests of its own folder, so that the grammar is not held only by a law on whole documents.
 * @type {Record<string, { mutate: string[], tests: string }>}
 */
export const parts = {
  grammar: {
    mutate: ['lib/catalog/{cell,entry,fit-cells,header,markdown,schema,text,url}.ts', 'lib/catalog/kinds/*.ts', '!**/*.test.ts'],
    tests: 'lib/catalog/**/{cell,entry,fit-cells,header,identity,inline,kinds,markdown,schema,table,text,url}.test.ts',
  },
  changes: {
    mutate: ['lib/readme/{diff,merge,patch}.ts', 'lib/readme/changes/*.ts', '!**/*.test.ts'],
    tests: 'lib/readme/**/*.test.ts',
  },
  layout: {
    mutate: [
      'lib/readme/{block-start,bytes,date-line,detect,evidence,fit,frame,layout,line-diff,lines,newest,own-gaps,parse,place,ranks,render,row}.ts',
      'lib/readme/{row-name,table-rule,tables,underlined-heading-rule,width}.ts',
    ],
    tests: 'lib/readme/**/*.test.ts',
  },
}

const named = process.env.MUTATED_PART ?? 'grammar'

/** The part that this process is about. */
export const part = { name: named, ...(parts[named] ?? { mutate: [], tests: '' }) }
