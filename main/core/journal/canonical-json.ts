/** One text for equal data, whatever the order in which its properties were written. For plain JSON data only. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  let text = ''
  for (const [name, held] of Object.entries(value).sort(byName)) {
    if (held !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(held)}`
  }
  return `{${text}}`
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1
}
