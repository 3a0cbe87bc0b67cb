import { describe, expect, it } from 'vitest'
import { formTargets } from './form-targets'

const client = { id: 'i', secret: 's' }

describe('where the sign-in page may lead', () => {
  it('is nowhere else without a provider', () => expect(formTargets({})).toEqual([]))
  it('is any https with one', () => {
    expect(formTargets({ github: client })).toEqual(['https:'])
    expect(formTargets({ orcid: { ...client, issuer: 'https://orcid.org' } })).toEqual(['https:'])
  })
  it('is an http issuer by name', () => {
    const oidc = { ...client, issuer: 'http://127.0.0.1:4010/x', name: 'Test' }
    expect(formTargets({ oidc })).toEqual(['https:', 'http://127.0.0.1:4010'])
  })
})
