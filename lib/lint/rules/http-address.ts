import { hostOf, isUnder } from '../addresses'
import { behindDoor } from '../clean'
import type { Context } from '../context'
import type { Draft, Rule } from '../finding'
import { editIn, placeIn } from '../spot'

/** Sites that have long answered by https alone. */
const sites = [
  'arxiv.org', 'doi.org', 'github.com', 'github.io', 'githubusercontent.com', 'gitlab.com', 'huggingface.co', 'hf.co', 'openreview.net', 'nature.com',
  'science.org', 'sciencedirect.com', 'springer.com', 'ieee.org', 'acm.org', 'wiley.com', 'oup.com', 'biorxiv.org', 'medrxiv.org', 'nih.gov',
  'thecvf.com', 'aclanthology.org', 'aclweb.org', 'mlr.press', 'neurips.cc', 'nips.cc', 'aaai.org', 'physionet.org', 'zenodo.org', 'figshare.com',
  'kaggle.com', 'google.com', 'googleapis.com', 'youtube.com', 'youtu.be', 'wikipedia.org', 'medium.com', 'twitter.com', 'x.com', 'linkedin.com',
  'microsoft.com', 'npmjs.com', 'pypi.org', 'python.org', 'shields.io', 'creativecommons.org', 'opensource.org', 'stackoverflow.com',
]

/** `http:` to sites where https is usual. */
export const httpAddress: Rule = {
  name: 'http-address',
  reason: 'The site answers by https; http takes a detour that others can read and change.',
  severity: 'warning',
  check: (context: Context): Draft[] =>
    context.addresses.filter(({ url }) => /^http:/i.test(url) && isUnder(hostOf(url), sites) && behindDoor(url) === undefined).map(({ url, at, stretch }) => ({
      place: placeIn(stretch, at),
      message: `${hostOf(url)} is reached by https://.`,
      edits: editIn(context, stretch, { from: at + 4, to: at + 4, text: url[3] === 'P' ? 'S' : 's' }),
    })),
}
