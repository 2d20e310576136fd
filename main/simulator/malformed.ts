import type { Answer } from './answers.ts'
import type { Fault } from './faults.ts'

type Form = Extract<Fault, { type: 'malformed' }>['form']

const page = '<!doctype html><title>502</title><h1>Bad gateway</h1>'

/** Turns every number into text and every text into a number. */
function confused(value: unknown): unknown {
  if (Array.isArray(value)) return { 0: value.map(confused) }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, confused(inner)]))
  }
  if (typeof value === 'string') return value.length
  return typeof value === 'number' ? String(value) : 0
}

/** The same answer with a body no client may believe. */
export function spoil(answer: Answer, form: Form): Answer {
  switch (form) {
    case 'truncated':
      return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }
    case 'html':
      return { ...answer, headers: { 'content-type': 'text/html' }, body: page }
    case 'empty':
      return { ...answer, body: '' }
    case 'wrongTypes':
      return answer.body === '' ? answer : { ...answer, body: JSON.stringify(confused(JSON.parse(answer.body))) }
    case 'huge':
      return { ...answer, body: `{"padding":"${'x'.repeat(8_000_000)}"}` }
  }
}
