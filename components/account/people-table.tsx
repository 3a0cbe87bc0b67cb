import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { Time } from '@/components/ui/time'
import { roles } from '@/lib/auth/policy'
import type { Person } from '@/lib/auth/person'

interface Props {
  people: Person[]
  /** What the list was searched for, kept across a change. */
  search: string
  change: (form: FormData) => Promise<void>
}

// On a phone the name and the role are what fits.
const aside = 'hidden pr-4 sm:table-cell'

/** People with a form each to change their role; works without JavaScript. */
export function PeopleTable({ people, search, change }: Props) {
  if (people.length === 0) return <p>Nobody matches.</p>
  return (
    <div className="overflow-x-auto" role="region" aria-label="People" tabIndex={0}>
      <table className="w-full text-left text-sm">
        <thead>
          <tr className="text-muted">
            <th scope="col" className="py-2 pr-4 font-medium">Name</th>
            <th scope="col" className={`${aside} py-2 font-medium`}>Signs in with</th>
            <th scope="col" className={`${aside} py-2 font-medium`}>Since</th>
            <th scope="col" className="py-2 font-medium">Role</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className="border-t align-top">
              <th scope="row" className="py-3 pr-4 font-medium">
                <a href={`/review/people/${person.id}`} className="link wrap-anywhere">{person.name}</a>
                {person.blocked && <> <Badge tone="danger">blocked</Badge></>}
              </th>
              <td className={`${aside} py-3`}>{person.ways.join(', ') || 'e-mail'}</td>
              <td className={`${aside} py-3`}><Time at={person.since} dateOnly /></td>
              <td className="py-2"><RoleForm person={person} search={search} change={change} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RoleForm({ person, search, change }: { person: Person } & Omit<Props, 'people'>) {
  return (
    <form action={change} className="flex gap-2">
      <input type="hidden" name="userId" value={person.id} />
      <input type="hidden" name="q" value={search} />
      {/* React resets a form to its default values; the key makes the new role the default. */}
      <Select key={person.role} name="role" defaultValue={person.role} aria-label={`Role of ${person.name}`} className="min-w-36 py-1">
        {roles.map((role) => <option key={role} value={role}>{role}</option>)}
      </Select>
      <Button size="small">Change</Button>
    </form>
  )
}
