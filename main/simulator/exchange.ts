import { refusal } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Fault } from './faults.ts'
import { spoil } from './malformed.ts'
import { headerOf, readFacts } from './parsed-request.ts'
import type { SimRequest } from './parsed-request.ts'
import { findRoute } from './routes.ts'
import type { World } from './world.ts'

/** An answer, a broken connection, or silence for ever. */
export type Outcome = Answer | 'reset' | 'drop'

export type Handle = (request: SimRequest) => Promise<Outcome>

const maxBodyBytes = 262_144
const pathOf = (request: SimRequest) => request.path.split('?')[0] ?? ''

/** The service without its network: which answer a request gets. */
function answerTo(world: World, request: SimRequest): Answer {
  const found = findRoute(request.host, request.method, pathOf(request))
  if (found === null) return refusal(404, `Endpoint "${request.method} ${pathOf(request)}" not found.`)
  const { route, params } = found
  const key = headerOf(request, 'ApiKeyCloud') ?? ''
  const ownsTerminals = key === world.key
  if (route.isOpen !== true) {
    if (!ownsTerminals && !world.foreignKeys.includes(key)) return refusal(403, 'No valid key found in header')
    if (!world.rateLimit.allows(key)) return refusal(429, 'Too many requests, please try again later.')
  }
  if (Buffer.byteLength(request.body) > maxBodyBytes) return refusal(413, 'Request entity too large')
  return route.handle({ world, params, body: request.body, ownsTerminals })
}

/** The terminal of the transaction that a path names by reference or by id, for faults scripted per terminal. */
function terminalBehind({ gateway }: World, path: string): string | null {
  const [, head, name = ''] = path.split('/')
  if (head !== 'transactions' || name === '') return null
  return (gateway.find(name) ?? gateway.filedUnder(name)[0])?.serial ?? null
}

/** The service behind a network on which the scripted faults happen. Needs no socket and keeps to the world's clock. */
export function createExchange(world: World): Handle {
  const wait = (ms: number) => new Promise<void>((resolve) => void world.clock.setTimer(ms, resolve))
  let held: (() => void)[] = []
  const releaseHeld = () => {
    const due = held
    held = []
    for (const release of due) release()
  }
  const untilOvertaken = (ms: number) =>
    new Promise<void>((resolve) => {
      world.clock.setTimer(ms, resolve)
      held.push(resolve)
    })

  const carryOut = (request: SimRequest): Answer => {
    const { transactionReference } = readFacts(request)
    if (transactionReference !== null) world.wire.handled(transactionReference)
    return answerTo(world, request)
  }
  const withFault = async (request: SimRequest, fault: Fault | null): Promise<Outcome> => {
    if (fault === null) return carryOut(request)
    switch (fault.type) {
      case 'drop':
      case 'reset':
        return fault.type
      case 'delay': {
        if (fault.when !== 'after') await wait(fault.ms)
        const answer = carryOut(request)
        if (fault.when === 'after') await wait(fault.ms)
        return answer
      }
      case 'loseAnswer':
        carryOut(request)
        return fault.how === 'hang' ? 'drop' : 'reset'
      case 'duplicate': {
        const answer = carryOut(request)
        world.clock.setTimer(fault.afterMs ?? 0, () => void carryOut(request))
        return answer
      }
      case 'reorder':
        await untilOvertaken(fault.ms)
        return carryOut(request)
      case 'status': {
        if (fault.carriedOut === true) carryOut(request)
        const answer = refusal(fault.status, 'Service unavailable')
        return fault.body === undefined ? answer : { ...answer, body: fault.body }
      }
      case 'malformed':
        return spoil(carryOut(request), fault.form)
      case 'wrongToken':
      case 'noToken':
        return carryOut(request)
    }
  }

  return async (request) => {
    const { host, method } = request
    const path = pathOf(request)
    const read = readFacts(request)
    const facts = { ...read, terminal: read.terminal ?? terminalBehind(world, path) }
    const logged = world.wire.log({ ...facts, host, method, path, at: world.clock.now() })
    if (!world.cloud.up) return 'reset'
    const fault = world.faults.take({ ...facts, host, method, path })
    logged.fault = fault?.type ?? null
    const overtaking = held
    const outcome = await withFault(request, fault)
    logged.status = typeof outcome === 'string' ? null : outcome.status
    if (overtaking.length > 0 && overtaking === held) releaseHeld()
    return outcome
  }
}
