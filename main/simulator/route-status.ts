import { json, refusal } from './answers.ts'
import type { Answer } from './answers.ts'
import type { GatewayRecord } from './records.ts'
import type { Route, RouteContext } from './route.ts'
import { toStatusObject } from './status-object.ts'

const notFound = (what: string) => refusal(404, `${what} not found`)

function filed({ world, params, ownsTerminals }: RouteContext): readonly GatewayRecord[] | Answer {
  const records = world.gateway.filedUnder(params['transactionReference'] ?? '')
  // A valid key that does not own the reference (handpoint-api.md §6.10).
  return records.length > 0 && !ownsTerminals ? refusal(401, 'Unauthorized') : records
}

const isAnswer = (value: readonly GatewayRecord[] | Answer): value is Answer => 'status' in value

/** handpoint-api.md §1.5: the first element, in its current state. */
function getStatus(context: RouteContext): Answer {
  const { world } = context
  const transactionReference = context.params['transactionReference'] ?? ''
  const records = filed(context)
  if (isAnswer(records)) return records
  const first = records[0]
  if (first !== undefined) return json(200, toStatusObject(first, true, world.behaviour()))
  if (world.behaviour().unknownReference === 'notFound') return notFound(transactionReference)
  return json(200, { finStatus: 'UNDEFINED', transactionReference })
}

function getSelected(context: RouteContext): Answer {
  const { world, params } = context
  const selector = params['selector'] ?? ''
  const records = filed(context)
  if (isAnswer(records)) return records
  const objects = records.map((record, index) => toStatusObject(record, index === 0, world.behaviour()))
  if (objects.length === 0) return notFound(params['transactionReference'] ?? '')
  if (selector === 'all') return json(200, objects)
  const chosen = objects.at(indexOf(selector))
  return chosen === undefined ? notFound(selector) : json(200, chosen)
}

/** Position of a selector; one that means nothing is beyond every list. */
function indexOf(selector: string): number {
  if (selector === 'first') return 0
  if (selector === 'last') return -1
  return /^[1-9]\d*$/.test(selector) ? Number(selector) - 1 : Number.MAX_SAFE_INTEGER
}

const base = '/transactions/:transactionReference/status'

export const statusRoutes: readonly Route[] = [
  { host: 'status', method: 'GET', path: base, handle: getStatus },
  { host: 'status', method: 'GET', path: `${base}/:selector`, handle: getSelected },
]
