import { identityOfUrl } from '../identity'

// Where an address itself says the year, by what identity.ts makes of it: each with the two or four digits that say it.
const sayings: readonly RegExp[] = [
  /^arxiv:(\d\d)\d\d\.\d/,
  /^arxiv:[a-z.-]+\/(\d\d)\d{5}/,
  // bioRxiv and medRxiv: 10.1101/2023.01.14.524142
  /^doi:10\.1101\/(20\d\d)\.\d\d\.\d\d/,
  // Nature's own: s41586-023-06291-2, where the middle is the year's last three digits.
  /^doi:10\.1038\/s\d+-0(\d\d)-/,
  // ACL: 2023.acl-long.1; N19-1423
  /^doi:10\.18653\/v1\/(20\d\d)\./,
  /^doi:10\.18653\/v1\/[a-z](\d\d)-/,
  /^url:aclanthology\.org\/(20\d\d)\./,
  /^url:aclanthology\.org\/[a-z](\d\d)-/,
  // CVF: /content/CVPR2023/…, /content_CVPR_2019/…
  /^url:openaccess\.thecvf\.com\/content[_/][a-z]+_?(20\d\d)/,
  /^url:(?:proceedings\.neurips|papers\.nips)\.cc\/paper(?:_files)?\/(20\d\d)\//,
  // IEEE's and Elsevier's: 10.1109/TMI.2023.3256, 10.1016/j.media.2022.102…
  /^doi:10\.(?:1109|1016)\/[a-z.]+\.((?:19|20)\d\d)\./,
]

/** The year in which a paper was published, or first put on its server, as far as its address says so; undefined otherwise. */
export function publishedIn(url: string): number | undefined {
  const identity = identityOfUrl(url)
  for (const saying of sayings) {
    const digits = saying.exec(identity)?.[1]
    if (digits) return digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) > 90 ? 1900 : 2000)
  }
  return undefined
}
