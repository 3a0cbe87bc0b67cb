import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PeopleTable } from '@/components/account/people-table'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { findPeople } from '@/lib/auth/people'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { changeRole } from './actions'

export const metadata: Metadata = { title: 'Roles', robots: { index: false } }

type Query = Record<'q' | 'done' | 'problem', string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

const problems: Record<string, string> = {
  conflict: 'This is the last admin. Make somebody else an admin first.',
  'not-found': 'There is no such person.',
  forbidden: 'Only an admin grants roles.',
  'signed-out': 'Your session has ended. Sign in again.',
}

export default async function RolesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer('/admin/roles')
  const query = await searchParams
  const search = one(query.q) ?? ''
  const people = await findPeople(database(), viewer, search)
  if (!people.ok) redirect('/account')
  return (
    <div className="flex w-full max-w-4xl flex-col gap-6">
      <PageHeader
        title="Roles"
        lead="A maintainer decides proposals; an admin also grants roles. A change holds at the person’s next request, and is recorded for good."
      />
      <Told done={one(query.done)} problem={one(query.problem)} />
      <form method="get" className="flex max-w-md items-end gap-3">
        <div className="grow"><Field label="Name or id"><Input type="search" name="q" defaultValue={search} /></Field></div>
        <Button>Search</Button>
      </form>
      <PeopleTable people={people.value} search={search} change={changeRole} />
    </div>
  )
}

function Told({ done, problem }: { done: string | undefined; problem: string | undefined }) {
  if (problem) return <Notice tone="error">{problems[problem] ?? 'The role was not changed.'}</Notice>
  return done ? <Notice tone="success">The role is set.</Notice> : null
}
