/** A form's text under a name, its lines ended as everywhere else in the portal: a browser sends each with a carriage return; '' where it has none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : ''
}
