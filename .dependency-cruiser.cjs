// The house's arrows, followed to their ends: app → components → pure lib; app → lib services → pure lib + db.
// Lint (.oxlintrc.json) sees one import at a time; this sees where a chain of them leads. scripts/test/arrows.mjs asks it of the
// sources with their types stripped, so every file is a `.js` here.

/**
 * Files of lib that are not pure: they touch the database, the framework, the clock, the environment or Node. Everything else in
 * lib is pure, and a new file is pure until it is named here, so that nothing becomes a service unnoticed.
 */
const services = {
  lib: ['db', 'env', 'action'],
  'lib/api': ['change-list', 'entry-list', 'entry-states', 'frames', 'one-entry', 'revision-list', 'search', 'section-list', 'snapshot'],
  'lib/auth': ['adapter', 'blocks', 'csrf', 'demo', 'first-admin', 'guard', 'log', 'options', 'people', 'providers', 'roles', 'sign-in-start', 'viewer', 'ways'],
  'lib/catalog': ['criteria', 'entry-history', 'entry-page', 'form-data', 'log', 'log-matches', 'news', 'queries', 'related', 'store', 'terms', 'view'],
  'lib/catalog/search': ['candidates', 'counts', 'facet-counts', 'index-entries', 'search', 'vocabulary'],
  'lib/cite': ['list'],
  'lib/compare': ['compared'],
  'lib/download': ['dump', 'listing', 'selection', 'site-map'],
  'lib/feeds': ['changes', 'new'],
  'lib/lookup': ['ask', 'cache', 'look-up', 'sent-evidence'],
  'lib/proposals': ['accept', 'add-entries', 'amend', 'amendable', 'change-view', 'claim', 'claims', 'comments', 'compared', 'decide', 'decide-many', 'drafts', 'duplicates', 'headings', 'import', 'made', 'outcome', 'person-record', 'put-back', 'queries', 'queue', 'rebase-excerpt', 'rebase-groups', 'rebase-passage', 'reject-open', 'resolve', 'resolve-text', 'revisable', 'service', 'settle', 'step-back', 'stored-changes', 'text-preview', 'tray', 'tray-preview', 'undo', 'write'],
  'lib/notices': ['address', 'deliver', 'inbox', 'jobs', 'mailer', 'outbox', 'settings', 'tell', 'token', 'unsubscribe', 'views', 'watching'],
  'lib/people': ['profile'],
  'lib/pictures': ['lineage-query', 'queries'],
  'lib/limits': ['bucket', 'hash', 'reading', 'sending', 'sign-in'],
  'lib/readme': ['excerpt', 'export', 'import', 'load', 'load-reach', 'load-text', 'past-excerpt', 'revive', 'store-readme', 'store-rows', 'stream'],
  'lib/serving': ['.+'],
}

const named = Object.entries(services).map(([folder, names]) => `${folder}/(${names.join('|')})[.]js$`)
const tests = ['[.]test[.]js$']
const pure = { path: '^lib/', pathNot: [`^(${named.join('|')})`, ...tests] }
const database = '^(lib/db[.]js|prisma/generated/client[.]js)$|node_modules/(pg|@prisma)/'
const framework = '(^|/)node_modules/(next|next-auth)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'Move what both need into a third file.', from: {}, to: { circular: true } },
    {
      name: 'nothing-missing', severity: 'error', comment: 'An import that leads nowhere hides every arrow behind it.',
      from: {}, to: { couldNotResolve: true, pathNot: ['^server-only$'] },
    },
    {
      name: 'lib-below-pages', severity: 'error', comment: 'lib serves the pages and never knows them: move the shared part into lib.',
      from: { path: '^lib/', pathNot: tests }, to: { path: '^(app|components|scripts|e2e)/' },
    },
    {
      name: 'components-below-app', severity: 'error', comment: 'Components are given what they show: pass it as a prop.',
      from: { path: '^components/' }, to: { path: '^(app|scripts|e2e)/' },
    },
    {
      name: 'components-away-from-data', severity: 'error',
      comment: 'A component that reaches the database would carry it to the browser: read in the page, pass the result.',
      from: { path: '^components/', pathNot: tests }, to: { reachable: true, path: database },
    },
    {
      name: 'pure-away-from-data', severity: 'error', comment: 'A pure file reaches no database: take the rows as an argument, or be a service.',
      from: pure, to: { reachable: true, path: database },
    },
    {
      name: 'pure-away-from-node', severity: 'error', comment: 'A pure file runs anywhere, also in a browser: no module of Node.',
      from: pure, to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-away-from-services', severity: 'error', comment: 'A pure file asks no service: take the answer as an argument.',
      from: pure, to: { path: `^(${named.join('|')})` },
    },
    {
      name: 'framework-at-the-edge', severity: 'error', comment: 'Next is for app, components, lib/auth, lib/action, lib/serving and scripts/serve: the rest also runs from a shell.',
      from: { path: '^(lib|scripts)/', pathNot: ['^lib/(auth|serving)/', '^lib/action[.]', '^scripts/serve[.]', ...tests] }, to: { path: framework },
    },
    {
      name: 'pages-below-tests', severity: 'error', comment: 'What tests need is not shipped.',
      from: { path: '^(app|components|lib|scripts)/', pathNot: [...tests, '^scripts/test', '^lib/readme/testing/'] },
      to: { path: ['^e2e/', '[.]test[.]js$', '^scripts/test', '^lib/readme/testing/'] },
    },
  ],
}
