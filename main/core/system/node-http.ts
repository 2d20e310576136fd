import type { ClientRequest, IncomingMessage } from 'node:http'
import { request as tlsRequest } from 'node:https'
import type { SecureContext } from 'node:tls'
import type { HttpOutcome, HttpPort, HttpRequest } from '../ports.ts'
import { createConnectedAgent, type ConnectedAgent } from './connected-agent.ts'
import { http } from './node-http-module.ts'
import { createTrust } from './tls-trust.ts'

export interface NodeHttpOptions {
  /** Time for name look-up, connection and TLS handshake, in milliseconds. */
  connectTimeoutMs: number
  /** PEM certificates to trust instead of this computer's. */
  roots?: readonly string[]
}

const MAX_BODY_BYTES = 1024 * 1024

/**
 * HTTP over Node's own client, one pool of connections per origin; never throws and follows no redirect.
 * `notSent` is answered only for a request that was never given a connection; everything after that is `lost`.
 */
export function createNodeHttp({ connectTimeoutMs, roots }: NodeHttpOptions): HttpPort & { close(): void } {
  const agents = new Map<string, ConnectedAgent>()
  let trust: SecureContext | null = null
  let isClosed = false

  function agentFor(url: URL, method: HttpRequest['method']): ConnectedAgent {
    // A kept connection may have been dropped unnoticed, and then nobody knows whether a POST on it arrived: a charge in
    // doubt for nothing. A POST therefore pays for a new connection; a GET can simply be asked again.
    const isReusing = method === 'GET'
    const key = `${url.origin} ${isReusing}`
    const known = agents.get(key)
    if (known !== undefined) return known
    const isTls = url.protocol === 'https:'
    if (isTls) trust ??= createTrust(roots)
    const made = createConnectedAgent({ trust: isTls ? trust : null, isReusing, connectTimeoutMs })
    agents.set(key, made)
    return made
  }

  const send: HttpPort = async (request) => {
    if (isClosed) return { type: 'notSent', text: 'the client was closed' }
    const started = begin(request, agentFor)
    return started instanceof Error ? { type: 'notSent', text: describe(started) } : await settle(started, request)
  }

  return Object.assign(send, {
    close() {
      isClosed = true
      for (const agent of agents.values()) agent.close()
    },
  })
}

/** The request with its connection ordered and nothing sent, or why it cannot be made at all. */
function begin(
  request: HttpRequest,
  agentFor: (url: URL, method: HttpRequest['method']) => ConnectedAgent,
): ClientRequest | Error {
  try {
    const url = new URL(request.url)
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return new Error('not an http or https address')
    const { agent } = agentFor(url, request.method)
    const length = request.body === null ? {} : { 'Content-Length': String(Buffer.byteLength(request.body)) }
    const options = { method: request.method, headers: { ...request.headers, ...length }, agent }
    return url.protocol === 'https:' ? tlsRequest(url, options) : http.request(url, options)
  } catch (error) {
    return error instanceof Error ? error : new Error('the request could not be made')
  }
}

function settle(sent: ClientRequest, { body, timeoutMs }: HttpRequest): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    let isConnected = false
    const finish = (outcome: HttpOutcome): void => {
      clearTimeout(giveUp)
      resolve(outcome)
      // Also keeps a request that has no connection yet from being sent when it gets one.
      if (outcome.type !== 'answered') sent.destroy()
    }
    const fail = (problem: 'timeout' | 'connectionLost' | 'tooLarge', text: string): void =>
      finish(isConnected ? { type: 'lost', problem, text } : { type: 'notSent', text })
    const giveUp = setTimeout(() => fail('timeout', `no answer in ${timeoutMs} ms`), timeoutMs)

    sent.once('socket', () => {
      isConnected = true
    })
    sent.on('error', (error) => fail('connectionLost', describe(error)))
    sent.once('close', () => fail('connectionLost', 'the connection ended without an answer'))
    sent.once('response', (response) => collect(response, finish, fail))
    sent.end(body ?? undefined)
  })
}

function collect(
  response: IncomingMessage,
  finish: (outcome: HttpOutcome) => void,
  fail: (problem: 'connectionLost' | 'tooLarge', text: string) => void,
): void {
  const chunks: Buffer[] = []
  let bytes = 0
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) fail('tooLarge', `the answer is longer than ${MAX_BODY_BYTES} bytes`)
    else chunks.push(chunk)
  })
  response.once('error', (error) => fail('connectionLost', describe(error)))
  response.once('end', () => {
    if (!response.complete) fail('connectionLost', 'the answer was cut off')
    else finish({ type: 'answered', status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') })
  })
}

function describe(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return error.message === '' ? code : `${code}: ${error.message}`
}
