/** How a played service treats a question. */
export type Canned =
  | { how: 'says'; status?: number; type: string; body: string }
  | { how: 'sends'; status?: number; to: string }
  | { how: 'hangs' }
  | { how: 'breaks off'; type: string; body: string }
  | { how: 'goes on'; type: string }

const atom = 'application/atom+xml; charset=utf-8'
const json = 'application/json; charset=utf-8'

const says = (body: unknown, status = 200): Canned => ({ how: 'says', status, type: json, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** What a service answers to a path. What is not known here it does not know either. */
export function answers(host: string, path: string): Canned {
  const url = new URL(path, 'http://services.invalid')
  switch (host) {
    case 'export.arxiv.org':
      return arxiv(url.searchParams.get('id_list') ?? '')
    case 'api.crossref.org':
      return crossref[decodeURIComponent(url.pathname.slice('/works/'.length))] ?? { how: 'says', status: 404, type: 'text/plain', body: 'Resource not found.' }
    case 'api.datacite.org':
      return datacite[decodeURIComponent(url.pathname.slice('/dois/'.length))] ?? says({ errors: [{ status: '404', title: 'The resource you are looking for doesn’t exist.' }] }, 404)
    case 'eutils.ncbi.nlm.nih.gov':
      return says(esummary(url.searchParams.get('db') ?? '', url.searchParams.get('id') ?? ''))
    case 'api.github.com':
      return github[url.pathname] ?? says({ message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' }, 404)
    case 'huggingface.co':
      return huggingface[url.pathname] ?? says({ error: 'Invalid username or password.' }, 401)
    default:
      return { how: 'says', status: 404, type: 'text/plain', body: 'no such host' }
  }
}

/** arXiv's answer to id_list: a feed of one entry, or of none. */
export function atomFeed(entry: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?search_query%3D%26id_list%3D" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=&amp;id_list=&amp;start=0&amp;max_results=1</title>
  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <updated>2026-11-25T00:00:00-05:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${entry === '' ? 0 : 1}</opensearch:totalResults>
${entry}</feed>
`
}

interface Preprint {
  id: string
  title: string
  published: string
  summary?: string
  comment?: string
  journal?: string
  doi?: string
}

/** One entry of arXiv's feed. */
export function atomEntry({ id, title, published, summary = 'We present a model.', comment, journal, doi }: Preprint): string {
  const own = (name: string, value: string | undefined) =>
    value === undefined ? '' : `    <arxiv:${name} xmlns:arxiv="http://arxiv.org/schemas/atom">${value}</arxiv:${name}>\n`
  return `  <entry>
    <id>http://arxiv.org/abs/${id}v2</id>
    <updated>${published}</updated>
    <published>${published}</published>
    <title>${title}</title>
    <summary>  ${summary}
</summary>
    <author>
      <name>Yanis Labrak</name>
    </author>
${own('doi', doi)}    <link title="doi" href="http://dx.doi.org/" rel="related"/>
${own('comment', comment)}${own('journal_ref', journal)}    <link href="http://arxiv.org/abs/${id}v2" rel="alternate" type="text/html"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
`
}

const preprints: Preprint[] = [
  {
    ...{ id: '2609.10001', title: 'Asclepius: A Collection of Open\n  Models for &lt;i&gt;Medical&lt;/i&gt; &amp; Clinical Text', published: '2026-09-15T17:59:59Z' },
    summary: 'The weights are at https://huggingface.co/asclepius/asclepius-7b.',
    comment: '12 pages. Code: https://github.com/asclepius-lab/asclepius.',
  },
  {
    ...{ id: '2501.20002', title: 'Hygieia: A Foundation Model of Wards', published: '2025-01-20T10:00:00Z' },
    ...{ journal: 'Nature Medicine 32, 101-110 (2026)', doi: '10.1038/s41591-026-00002-2' },
  },
]

const broken: Record<string, Canned> = {
  '2600.00001': { how: 'hangs' },
  '2600.00002': { how: 'goes on', type: atom },
  '2600.00003': { how: 'says', type: 'text/html; charset=utf-8', body: '<!doctype html><title>Sorry</title>' },
  '2600.00004': { how: 'says', status: 429, type: 'text/plain', body: 'Rate exceeded.' },
  '2600.00005': { how: 'sends', to: 'http://169.254.169.254/latest/meta-data/' },
  '2600.00006': { how: 'says', type: atom, body: '<feed><entry><id>' },
  '2600.00007': { how: 'breaks off', type: atom, body: '<?xml version="1.0"?><feed>' },
  '2600.00008': { how: 'sends', to: 'ORIGIN/api.github.com/repos/asclepius-lab/asclepius' },
  '2600.00009': { how: 'sends', status: 302, to: '?id_list=2600.00009&max_results=1' },
  '2600.00010': { how: 'sends', status: 302, to: '/export.arxiv.org/api/query?id_list=2609.10001&max_results=1' },
}

function arxiv(id: string): Canned {
  const found = preprints.find((one) => one.id === id)
  return broken[id] ?? { how: 'says', type: atom, body: atomFeed(found ? atomEntry(found) : '') }
}

/** Crossref's answer about a work. */
export function crossrefWork(message: object): object {
  return { status: 'ok', 'message-type': 'work', 'message-version': '1.0.0', message }
}

const crossref: Record<string, Canned> = {
  '10.1038/s41591-026-00002-2': says(
    crossrefWork({
      ...{ DOI: '10.1038/s41591-026-00002-2', type: 'journal-article', title: ['A foundation model of hospital wards'], subtitle: [] },
      ...{ 'container-title': ['Nature Medicine'], 'short-container-title': ['Nat Med'], publisher: 'Springer Science and Business Media LLC' },
      issued: { 'date-parts': [[2026, 2, 3]] },
      resource: { primary: { URL: 'https://www.nature.com/articles/s41591-026-00002-2' } },
      relation: { 'has-preprint': [{ 'id-type': 'doi', id: '10.48550/arxiv.2501.20002', 'asserted-by': 'object' }] },
    }),
  ),
  '10.1101/2026.01.02.600001': says(
    crossrefWork({
      ...{ DOI: '10.1101/2026.01.02.600001', type: 'posted-content', subtype: 'preprint', title: ['Panacea: protein models <i>in vivo</i>'] },
      ...{ institution: [{ name: 'bioRxiv' }], issued: { 'date-parts': [[2026, 1, 3]] } },
      resource: { primary: { URL: 'http://biorxiv.org/lookup/doi/10.1101/2026.01.02.600001' } },
      relation: { 'is-preprint-of': [{ 'id-type': 'doi', id: '10.1000/panacea.2026', 'asserted-by': 'subject' }] },
    }),
  ),
}

/** DataCite's answer about a record. */
export function dataciteRecord(id: string, attributes: object): object {
  return { data: { id, type: 'dois', attributes: { doi: id, ...attributes } } }
}

const datacite: Record<string, Canned> = {
  '10.13026/ward-1': {
    ...{ how: 'says', type: 'application/vnd.api+json; charset=utf-8' },
    body: JSON.stringify(
      dataciteRecord('10.13026/ward-1', {
        ...{ titles: [{ title: 'WARD-IV, a ward database' }], publisher: 'PhysioNet', publicationYear: 2026, url: 'https://physionet.org/content/ward/1.0/' },
        ...{ types: { resourceTypeGeneral: 'Dataset' }, relatedIdentifiers: [{ relationType: 'IsVersionOf', relatedIdentifier: '10.13026/ward', relatedIdentifierType: 'DOI' }] },
      }),
    ),
  },
}

function esummary(db: string, id: string): object {
  const article = {
    ...{ uid: id, pubdate: '2025 Mar 4', source: 'Radiology', fulljournalname: 'Radiology', title: 'Chironix: foundation models of radiographs.' },
    articleids: [
      { idtype: db === 'pmc' ? 'pmid' : 'pubmed', idtypen: 1, value: '39000001' },
      { idtype: 'doi', idtypen: 3, value: '10.1148/radiol.240001' },
      { idtype: db === 'pmc' ? 'pmcid' : 'pmc', idtypen: 8, value: 'PMC11000001' },
    ],
  }
  const known = ['39000001', '11000001'].includes(id)
  return { header: { type: 'esummary', version: '0.3' }, result: { uids: [id], [id]: known ? article : { uid: id, error: 'cannot get document summary' } } }
}

const repository = {
  ...{ id: 1, name: 'asclepius', full_name: 'asclepius-lab/asclepius', private: false, html_url: 'https://github.com/asclepius-lab/asclepius' },
  ...{ description: 'Open medical models (arXiv:2609.10001)', homepage: 'https://arxiv.org/abs/2609.10001', archived: false, stargazers_count: 7 },
}

const github: Record<string, Canned> = {
  '/repos/asclepius-lab/asclepius': says(repository),
  // Renamed: GitHub sends on, on its own host.
  '/repos/asclepius-lab/old-name': { how: 'sends', to: 'ORIGIN/api.github.com/repositories/1' },
  '/repositories/1': says(repository),
  '/repos/asclepius-lab/limited': says({ message: 'API rate limit exceeded' }, 403),
}

const huggingface: Record<string, Canned> = {
  '/api/models/asclepius/asclepius-7b': says({
    ...{ _id: '66', id: 'asclepius/asclepius-7b', modelId: 'asclepius/asclepius-7b', author: 'asclepius', private: false, gated: false },
    ...{ tags: ['transformers', 'arxiv:2609.10001', 'license:apache-2.0'], cardData: { license: 'apache-2.0', base_model: 'mistralai/Mistral-7B-v0.1' } },
  }),
  '/api/datasets/asclepius/notes': says({ _id: '67', id: 'asclepius/notes', tags: ['arxiv:2609.10001'], cardData: { pretty_name: 'Asclepius Notes' } }),
}
