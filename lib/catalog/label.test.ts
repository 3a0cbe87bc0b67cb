import { expect, it } from 'vitest'
import { followLabel, labelFor, labelSuggestions } from './label'

it.each([
  ['https://github.com/BIDS-Xu-Lab/Me-LLaMA', 'link', 'Github'],
  ['https://huggingface.co/epfl-llm', 'link', 'Huggingface'],
  ['https://sites.research.google/med-palm/', 'link', 'Google'],
  ['https://microsoft.github.io/BLURB/models.html', 'link', 'Microsoft'],
  ['https://www.nature.com/articles/s41586-023-06291-2#data-availability', 'link', 'Nature'],
  ['https://medmcqa.github.io/', 'link', 'Official site'],
  ['https://arxiv.org/abs/2402.13963', 'paper', 'arXiv'],
  ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6345440/', 'paper', 'PMC'],
  ['https://pubmed.ncbi.nlm.nih.gov/30035154/', 'paper', 'NIH'],
  ['https://bmcmedinformdecismak.biomedcentral.com/articles/1', 'paper', 'BMC'],
  ['https://example.org/paper', 'paper', ''],
  ['https://notgithub.com.example/', 'link', 'Official site'],
  ['https://git', 'link', ''],
  ['github.com/a', 'link', ''],
] as const)('%s as a %s is called %s', (url, role, label) => {
  expect(labelFor(url, role)).toBe(label)
})

it('follows the address until somebody words the label', () => {
  const [github, site] = ['https://github.com/a/b', 'https://a.org/']
  expect(followLabel('', '', github, 'link')).toBe('Github')
  expect(followLabel('Github', github, site, 'link')).toBe('Official site')
  expect(followLabel('Code and weights', github, site, 'link')).toBe('Code and weights')
})

it('suggests each label once', () => {
  for (const labels of Object.values(labelSuggestions)) expect(new Set(labels).size).toBe(labels.length)
})
