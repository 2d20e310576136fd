import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Reference } from '../../../shared/ids.ts'
import type { Admission, RequestHead } from './admission.ts'
import { toSource } from './callback-address.ts'
import { checkShape } from './json-shape.ts'
import { MOST_BYTES, readBody } from './read-body.ts'
import type { Seats } from './seats.ts'
import type { CallbackSink, Delivery } from './sink.ts'
import type { Refusal, Tally } from './tally.ts'
import type { TokenBuckets } from './token-buckets.ts'

export interface ExchangeParts {
  admit: (head: RequestHead) => Admission
  deliver: CallbackSink['deliver']
  buckets: TokenBuckets
  seats: Seats
  tally: Tally
}

export type Exchange = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Answers one request. Nothing is read of a body before its sender has authenticated; a 2xx leaves only after the sink said
 * `stored` (safety R4). Every refusal ends the connection, so that nothing behind it in the same stream is heard.
 */
export function createExchange({ admit, deliver, buckets, seats, tally }: ExchangeParts): Exchange {
  const ended = new WeakSet<Socket>()

  function answer(request: IncomingMessage, response: ServerResponse, status: number): void {
    // Without a date and with nothing inside, one refusal is the same as another (safety L3).
    response.sendDate = false
    if (status === 200) return void response.writeHead(200, { 'content-length': '0' }).end()
    ended.add(request.socket)
    response.writeHead(status, { 'content-length': '0', connection: 'close' }).end()
  }

  function refuseStranger(request: IncomingMessage, because: Refusal): number {
    const isForbidden = because === 'browser' || because === 'otherHost'
    const isInTime = isForbidden || buckets.take(toSource(request.socket.remoteAddress ?? ''))
    tally.refused(isInTime ? because : 'rateLimited')
    return isForbidden ? 403 : isInTime ? 401 : 429
  }

  function refuse(because: Refusal, status: number): number {
    tally.refused(because)
    return status
  }

  async function receive(request: IncomingMessage, response: ServerResponse, reference: Reference): Promise<number> {
    const { 'content-type': type = '', 'content-encoding': encoding, 'content-length': length } = request.headers
    const isJson = /^application\/json[ \t]*(?:;|$)/i.test(type)
    if (!isJson || encoding !== undefined) return refuse('contentType', 415)
    if (Number(length ?? 0) > MOST_BYTES) return refuse('tooLarge', 413)
    if (request.headers.expect !== undefined) response.writeContinue()
    const body = await readBody(request)
    if (!body.ok && body.error === 'cutOff') return NO_ANSWER
    if (!body.ok) return body.error === 'tooLarge' ? refuse('tooLarge', 413) : refuse('unreadable', 400)
    const shape = checkShape(body.value)
    if (!shape.ok) return refuse('unreadable', 400)
    return toStatus(deliver(reference, shape.value), reference)
  }

  function toStatus(delivery: Delivery, reference: Reference): number {
    switch (delivery) {
      case 'stored':
        tally.stored()
        return 200
      case 'unreadable':
        return refuse('unreadable', 400)
      case 'foreignReference':
        tally.alarm(reference)
        return refuse('foreignReference', 401)
      case 'unavailable':
        return refuse('journalUnavailable', 503)
    }
  }

  return (request, response) => {
    // What was sent behind a refused request on the same connection.
    if (ended.has(request.socket)) return
    const admission = admit(request)
    if (admission.type === 'refused') return answer(request, response, refuseStranger(request, admission.because))
    if (admission.type === 'unavailable') return answer(request, response, refuse('journalUnavailable', 503))
    const { remoteAddress, remotePort } = request.socket
    response.once('close', seats.hold(remoteAddress, remotePort))
    void receive(request, response, admission.reference).then(
      (status) => (status === NO_ANSWER ? undefined : answer(request, response, status)),
      // A bug of ours: not acknowledged, so the terminal keeps the result.
      (error: unknown) => {
        tally.failed(String(error))
        answer(request, response, 503)
      },
    )
  }
}

/** The terminal is gone before it was heard to the end. */
const NO_ANSWER = 0
