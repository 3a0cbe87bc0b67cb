import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const here = fileURLToPath(new URL('.', import.meta.url))
// `server-only` throws outside of a server build; a test is a server, so it gets the package's own empty module.
const alias = { '@/': here, 'server-only': `${here}node_modules/server-only/empty.js` }

// How many cases a property is tried with. This is the one place that says so: `npm run test:long` asks for more.
const ordinaryCases = 10_000
const cases = Number(process.env.PROPERTY_CASES ?? ordinaryCases)
// The same cases in each ordinary run, so that a change is never blamed for what another run would have met; a long run looks at random.
const seed = cases > ordinaryCases ? undefined : 5

// What nobody but a test can be sure of: the grammar, the engine, the policy and the states. Every line and branch of it.
const core = [
  'lib/api/{conditional,cursor,examples,explained,openapi,operations,parameters,problem,represent,schemas,sparse}.ts',
  'lib/cite/{bibtex,cff,csl,ris,survey,tex,work}.ts',
  'lib/compare/{address,rows}.ts',
  'lib/feeds/{atom,change-words,feed,since}.ts',
  'lib/metadata/{about,highwire,json-ld,picture-text}.ts',
  'lib/download/{columns,csv,entry-markdown,formats,llms,plain-markdown,xml}.ts',
  'lib/catalog/{cell,entry,fit-cells,fold,header,homeless,identity,inline,label,log-filter,markdown,named,record,schema,section-name,text,url,visit}.ts',
  'lib/catalog/kinds/*.ts',
  'lib/catalog/search/{address,facets,marks,near,order,plan,published,relevance,tokens,words}.ts',
  'lib/readme/{block-start,bytes,change,date-line,detect,diff,diff-excerpt,evidence,fit,frame,layout,line-diff,lines,merge,newest,own-gaps,parse,patch,place,preview}.ts',
  'lib/readme/{ranks,reach,render,row,row-name,share,stored,table-rule,tables,underlined-heading-rule,width}.ts',
  'lib/readme/changes/*.ts',
  'lib/lookup/{clean,entries,evidence,found,identifier,offers,reach,reading,record,services}.ts',
  'lib/lookup/answers/*.ts',
  'lib/lint/*.ts',
  'lib/lint/rules/*.ts',
  'lib/check.ts',
  'lib/proposals/{about,amendment,change,clashes,comment,comment-blocks,decision,field-steps,form-changes,groups,layout-words,link,merge-lines,new-findings,passages,plain-changes,queue-filter,reasons,rebase,settle-edit,settle-text,short-diff,shown-value,states,storable,title,told,version-diff}.ts',
  'lib/notices/{audience,kinds,links,mail-text,notice,refusal,settings-form,subject}.ts',
  'lib/people/citation.ts',
  'lib/pictures/{bars-layout,families,growth-layout,label,lineage,lineage-layout,matrix-layout,spread,timeline-layout}.ts',
  'lib/auth/policy.ts',
  'lib/limits/rate.ts',
]

// Each of these takes minutes on one core. Begun last, it would have all other cores wait for it.
const longest = ['merge-laws', 'readme/laws', 'merge-order', 'readme/hostile', 'naughty.db', 'services.db']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((part) => moduleId.includes(part))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // By default one core is left free, which is half of a machine of two.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: core, reporter: ['text'], thresholds: { 100: true } },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          // Pure parts keep nothing between tests: a process and its modules anew for each of two hundred files took most of the time.
          pool: 'threads',
          isolate: false,
          include: ['{lib,components,app,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          setupFiles: ['scripts/testing/properties.ts'],
          provide: { cases, seed },
          // A property of ten thousand cases may take a minute of a busy machine's time, or two.
          testTimeout: 300_000 * Math.max(1, cases / ordinaryCases),
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['{lib,app,scripts}/**/*.db.test.ts'],
          // Tests send in seconds what people send in weeks; what the limits are by default has tests of its own.
          env: { PORTAL_LIMIT_SIGN_IN: 'off', PORTAL_LIMIT_PROPOSALS: 'off', PORTAL_LIMIT_UPDATES: 'off', PORTAL_LIMIT_PENDING: 'off' },
          globalSetup: ['scripts/testing/setup.ts'],
          provide: { acceptances: cases > ordinaryCases ? 1_000 : 50 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
