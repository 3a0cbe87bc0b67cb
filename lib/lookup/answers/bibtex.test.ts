import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import { readBibtex } from './bibtex'

const read = (text: string) => {
  const reading = readBibtex(text)
  return reading.kind === 'found' ? reading.found : reading.kind
}

it('reads an entry as arXiv gives it', () => {
  expect(read(String.raw`@misc{labrak2024, title={{BioMistral}: A Collection of {\"O}pen Models \& $\alpha$ \textit{more}}, author={Labrak, Yanis and others},
    year={2024}, eprint={2402.10373v1}, archivePrefix={arXiv}, primaryClass={cs.CL}, url={https://arxiv.org/abs/2402.10373}, note={Code: \url{https://github.com/a/b}}}`)).toMatchObject({
    ...{ service: 'BibTeX', page: null, title: 'BioMistral: A Collection of Öpen Models & α more', name: 'BioMistral', year: 2024 },
    ...{ paper: { label: 'arXiv', url: 'https://arxiv.org/abs/2402.10373' }, place: { label: 'Github', url: 'https://github.com/a/b' }, next: [{ scheme: 'arxiv', id: '2402.10373' }] },
  })
})

it('reads an article, at its DOI’s page, and what preprint it was', () => {
  expect(read('@article{a, title = "Of wards", journal = {Radiology}, date = {2023-04}, doi = {https://doi.org/10.1148/X}, eprint = {2301.00001}}')).toMatchObject({
    ...{ title: 'Of wards', year: 2023, paper: { label: 'Radiology', url: 'https://doi.org/10.1148/x' } },
    next: [{ scheme: 'doi', id: '10.1148/x' }, { scheme: 'arxiv', id: '2301.00001' }],
  })
  expect(read('@inproceedings{a, title={B}, booktitle={Proc. of X}, url={https://openreview.net/forum?id=1}}')).toMatchObject({ paper: { label: 'OpenReview' }, next: [] })
})

it.each([
  ['a journal', '@article{a, title={A}, journal={arXiv preprint arXiv:2402.10373}, year={2024}}'],
  ['an address', '@misc{a, title={A}, howpublished={x}, url={https://arxiv.org/pdf/2402.10373v2}}'],
])('finds an arXiv id in %s', (_, text) => expect(read(text)).toMatchObject({ paper: { url: 'https://arxiv.org/abs/2402.10373' } }))

it('reads data, software and repositories as places', () => {
  expect(read('@dataset{a, title={Scans}, doi={10.5281/zenodo.1}}')).toMatchObject({ name: 'Scans', title: null, paper: null, place: { url: 'https://doi.org/10.5281/zenodo.1' } })
  expect(read('@software{a, title={Tool}, url={https://example.org/tool}}')).toMatchObject({ name: 'Tool', place: { label: 'Official site', url: 'https://example.org/tool' } })
  expect(read('@software{a, title={Tool}, url={https://github.com/a/b}}')).toMatchObject({ name: 'Tool', place: { label: 'Github', url: 'https://github.com/a/b' } })
  expect(read(String.raw`@misc{a, title={Tool}, howpublished={\url{https://github.com/a/b}}}`)).toMatchObject({ title: 'Tool', paper: null, place: { url: 'https://github.com/a/b' } })
})

it('gives what a field says where its TeX cannot be read, and nothing for what is not there', () => {
  expect(read(String.raw`@misc{a, title={{A} \unfinished{}}`)).toBe('broken')
  expect(read('@misc{a, title={A $x}, journal={}}')).toMatchObject({ title: 'A $x' })
  expect(read('@misc{a, doi={none}, eprint={x}, archiveprefix={other}}')).toMatchObject({ title: null, name: null, paper: null, year: null })
})

it('takes one entry and no text that is none', () => {
  expect(read('@misc{a, title={A}} @misc{b, title={B}}')).toBe('none')
  expect(['@misc{a, title={A}', '@misc', 'no entry', '', `@misc{a, title={${'{'.repeat(30_000)}`].map(read)).toEqual(['broken', 'broken', 'broken', 'broken', 'broken'])
})

it('reads anything without failing', () =>
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('title', 'doi', 'url', 'year', 'eprint', 'note'), (value, field) => void read(`@misc{a, ${field}={${value}}}`)), {
    numRuns: inject('cases') / 10,
  }))
