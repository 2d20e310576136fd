import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Reference } from '../../../shared/ids.ts'
import type { Admission, RequestHead } from './admission.ts'
import { toSource } from './callback-address.ts'
import { checkShape } from './json-shape.ts'
import { MOST_BYTES, readBody } from './read-body.ts'
import type { Seats } from './seats.ts'
import type { SelfTest } from './self-test.ts'
import type { CallbackSink, Delivery } from './sink.ts'
import type { Refusal, Tally } from './tally.ts'
import type { TokenBuckets } from './token-buckets.ts'

export interface ExchangeParts {
  admit: (head: RequestHead) => Admission
  deliver: CallbackSink['deliver']
  /** The till's own request has come. */
  takeTest: SelfTest['take']
  buckets: TokenBuckets
  seats: Seats
  tally: Tally
}

export type Exchange = (request: IncomingMessage, response: ServerResponse) => void

type Owner = Reference | null

/** A stranger's body up to this length is let pass unread, so that the connection can go on: a new one costs more. */
const SHORT_BYTES = 16 * 1024

/**
 * Answers one request at a time of each connection. Nothing is kept of a body before its sender has authenticated; a 2xx
 * leaves only after the sink said `stored` (safety R4).
 */
export function createExchange({ admit, deliver, takeTest, buckets, seats, tally }: ExchangeParts): Exchange {
  const busy = new WeakSet<Socket>()

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

  /** Without a reference, of the till's own test: read as a result is, acknowledged, and dropped. */
  async function receive(request: IncomingMessage, response: ServerResponse, reference: Owner): Promise<number> {
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
    if (reference === null) return 200
    return toStatus(deliver(reference, shape.value, afterAnswer), reference)
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

  function welcome(request: IncomingMessage, response: ServerResponse, reference: Owner): void {
    const { remoteAddress, remotePort } = request.socket
    response.once('close', seats.hold(remoteAddress, remotePort))
    void receive(request, response, reference).then(
      (status) => (status === NO_ANSWER ? undefined : answer(response, status)),
      // A bug of ours: not acknowledged, so the terminal keeps the result.
      (error: unknown) => {
        tally.failed(String(error))
        answer(response, 503)
      },
    )
  }

  return (request, response) => {
    const { socket } = request
    // Terminals and relays wait for an answer; whoever does not would have many requests served in one go.
    if (busy.has(socket)) return void socket.destroy()
    busy.add(socket)
    response.once('close', () => busy.delete(socket))
    const admission = admit(request)
    if (admission.type === 'admitted') return welcome(request, response, admission.reference)
    if (admission.type === 'selfTest') {
      takeTest()
      return welcome(request, response, null)
    }
    if (admission.type === 'unavailable') return answer(response, refuse('journalUnavailable', 503))
    const status = refuseStranger(request, admission.because)
    if (status === 403 || !isShort(request)) return answer(response, status)
    request.once('end', () => answer(response, status, 'keeping')).resume()
  }
}

/** The answer is on its way before the next turn of the event loop, and so are those of results that came at the same moment. */
function afterAnswer(act: () => void): void {
  setImmediate(act)
}

/** Without a date and with nothing inside, one refusal is the same as another (safety L3). */
function answer(response: ServerResponse, status: number, connection: 'keeping' | 'ending' = 'ending'): void {
  response.sendDate = false
  const isEnding = status !== 200 && connection === 'ending'
  response.writeHead(status, { 'content-length': '0', ...(isEnding ? { Connection: 'close' } : {}) }).end()
}

function isShort({ headers }: IncomingMessage): boolean {
  const isWhole = headers.expect === undefined && headers['transfer-encoding'] === undefined
  return isWhole && Number(headers['content-length'] ?? 0) <= SHORT_BYTES
}

/** The terminal is gone before it was heard to the end. */
const NO_ANSWER = 0
