import { refusal } from './answers.ts'
import { answerControl } from './control-routes.ts'
import type { Control } from './control.ts'
import { listen } from './http.ts'
import type { Listener, RawRequest } from './http.ts'

/**
 * Opens the control host. A page in the person's browser must not play the customer: the request has to name this
 * host, and a body has to be declared as JSON, which a foreign page cannot do without being asked first.
 */
export function listenForControl(port: number, control: Control): Promise<Listener> {
  return listen(port, async (request) => (isLocal(request) ? answered(control, request) : refusal(403, 'Forbidden')))
}

function isLocal({ headers, method }: RawRequest): boolean {
  const isOwnHost = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers['host'] ?? '')
  const isJson = headers['content-type']?.startsWith('application/json') === true
  return isOwnHost && headers['origin'] === undefined && (method !== 'POST' || isJson)
}

function answered(control: Control, { method, path, body }: RawRequest) {
  return answerControl(control, method, path.split('?')[0] ?? '/', body)
}
