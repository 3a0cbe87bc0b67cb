/** What a link is called, after the catalog's own usage. */
export type LinkRole = 'paper' | 'link'

interface Host {
  /** Matches the address's host and path. */
  at: RegExp
  label: string
}

// The catalog's own spelling (Github, Huggingface), so that a column reads as one hand wrote it.
const places: readonly Host[] = [
  { at: /^(www\.)?github\.com\//, label: 'Github' },
  { at: /^(www\.)?gitlab\.com\//, label: 'Gitlab' },
  { at: /^(www\.)?huggingface\.co\//, label: 'Huggingface' },
  { at: /^(www\.)?physionet\.org\//, label: 'PhysioNet' },
  { at: /^(www\.)?zenodo\.org\//, label: 'Zenodo' },
  { at: /^(www\.)?kaggle\.com\//, label: 'Kaggle' },
  { at: /^(www\.)?modelscope\.cn\//, label: 'ModelScope' },
  { at: /^([\w-]+\.)*(google\.com|research\.google)\//, label: 'Google' },
  { at: /^(microsoft\.github\.io|([\w-]+\.)*microsoft\.com)\//, label: 'Microsoft' },
]

const publishers: readonly Host[] = [
  { at: /^(www\.)?arxiv\.org\//, label: 'arXiv' },
  { at: /^(www\.)?biorxiv\.org\//, label: 'bioRxiv' },
  { at: /^(www\.)?medrxiv\.org\//, label: 'medRxiv' },
  { at: /^([\w-]+\.)*nature\.com\//, label: 'Nature' },
  { at: /^(www\.ncbi\.nlm\.nih\.gov\/pmc|pmc\.ncbi\.nlm\.nih\.gov)\//, label: 'PMC' },
  { at: /^([\w-]+\.)*nih\.gov\//, label: 'NIH' },
  { at: /^proceedings\.mlr\.press\//, label: 'MLR' },
  { at: /^(www\.)?mdpi\.com\//, label: 'MDPI' },
  { at: /^([\w-]+\.)*biomedcentral\.com\//, label: 'BMC' },
  { at: /^openreview\.net\//, label: 'OpenReview' },
  { at: /^aclanthology\.org\//, label: 'ACL' },
  { at: /^openaccess\.thecvf\.com\//, label: 'CVF' },
  { at: /^ieeexplore\.ieee\.org\//, label: 'IEEE' },
  { at: /^link\.springer\.com\//, label: 'Springer' },
  { at: /^(www\.)?sciencedirect\.com\//, label: 'ScienceDirect' },
]

const known: Record<LinkRole, readonly Host[]> = { paper: publishers, link: [...places, ...publishers] }

/** What else an address that a list's readers go to is called. */
const otherwise: Record<LinkRole, string> = { paper: '', link: 'Official site' }

/** The label that an address suggests by its host; empty where it suggests none. */
export function labelFor(url: string, role: LinkRole): string {
  if (!URL.canParse(url) || !/^https?:\/\/[^/]+\.[^/]+/i.test(url)) return ''
  const { hostname, pathname } = new URL(url)
  return known[role].find(({ at }) => at.test(hostname + pathname))?.label ?? otherwise[role]
}

/** The label once the address changed: it follows as long as the person has not worded it. */
export function followLabel(label: string, before: string, after: string, role: LinkRole): string {
  const untouched = label.trim() === '' || label === labelFor(before, role)
  return untouched ? labelFor(after, role) : label
}

/** Labels to choose from, the usual ones first. */
export const labelSuggestions: Record<LinkRole, string[]> = {
  paper: publishers.map(({ label }) => label),
  link: ['Official site', ...known.link.map(({ label }) => label)],
}
