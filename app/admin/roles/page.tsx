import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PeopleTable } from '@/components/account/people-table'
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
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6">
      <h1 className="text-2xl font-semibold">Roles</h1>
      <p>A maintainer decides proposals; an admin also grants roles. A change holds at the person’s next request, and is in the public log.</p>
      <Told done={one(query.done)} problem={one(query.problem)} />
      <form method="get" className="flex flex-wrap items-end gap-3">
        <label className="flex flex-col gap-1">
          Name or id
          <input type="search" name="q" defaultValue={search} className="rounded-md border px-3 py-2" />
        </label>
        <button className="rounded-md border px-4 py-2">Search</button>
      </form>
      <PeopleTable people={people.value} search={search} change={changeRole} />
    </div>
  )
}

function Told({ done, problem }: { done: string | undefined; problem: string | undefined }) {
  if (problem) return <p role="alert" className="rounded-md border px-4 py-3">{problems[problem] ?? 'The role was not changed.'}</p>
  return done ? <p role="status" className="rounded-md border px-4 py-3">Done.</p> : null
}
