import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findSurvey } from './survey'

const seed = readFileSync(fileURLToPath(new URL('../../prisma/seed.README.md', import.meta.url)), 'utf8')
const block = (bibtex: string) => findSurvey(`Cite us:\n\n\`\`\`bibtex\n${bibtex}\n\`\`\`\n`)?.work

describe('the survey of a list', () => {
  it('is found in the seed', () => {
    const found = findSurvey(seed)
    expect(found?.bibtex).toMatch(/^@article\{zhang2024data,[\s\S]*\}\n$/)
    expect(found?.work).toMatchObject({
      ...{ key: 'zhang2024data', title: 'Data-Centric Foundation Models in Computational Healthcare: A Survey', year: 2024, arxiv: '2401.02458', doi: null },
      ...{ container: 'arXiv preprint arXiv:2401.02458', url: 'https://arxiv.org/abs/2401.02458' },
    })
    expect(found?.work.authors).toHaveLength(8)
    expect(found?.work.authors[0]).toEqual({ family: 'Zhang', given: 'Yunkun' })
  })

  it('is read however it is written', () => {
    expect(block('@inproceedings{x,\n title={A {B} \\& C},\n author={Jane Q. Doe and {A Group} and Plato},\n booktitle={Proc},\n date={2023-05},\n doi={https://doi.org/10.1000/xyz},\n url={https://x.org}\n}')).toMatchObject({
      ...{ title: 'A B & C', container: 'Proc', year: 2023, doi: '10.1000/xyz', url: 'https://x.org', arxiv: null },
      authors: [{ family: 'Doe', given: 'Jane Q.' }, { literal: 'A Group' }, { family: 'Plato', given: '' }],
    })
    expect(block('@misc{x,\n title={A},\n author={B},\n eprint={2401.00001},\n archiveprefix={arXiv}\n}')).toMatchObject({ arxiv: '2401.00001', container: null, year: null, url: 'https://arxiv.org/abs/2401.00001' })
    expect(block('@misc{x,\n title={A},\n author={B}\n}')).toMatchObject({ url: null, doi: null })
  })

  it.each(['', 'no code', '```\n@comment{x}\n```\n', '```\nnpm start\n```\n', '```\n@article{x,\n title={A\n```\n', '```\n@article{x,\n author={B}\n}\n```\n', '```\n@article{x,\n title={A}\n}\n```\n', '```\n@article{x,\n title={},\n author={B}\n}\n```\n'])('is none in %j', (prose) => expect(findSurvey(prose)).toBeNull())
})
