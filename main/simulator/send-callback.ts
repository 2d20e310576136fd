import { request as requestHttps } from 'node:https'
import type { SendCallback } from './delivery.ts'
import { http } from './node-http-module.ts'

// handpoint-api.md §4.3: 30 s in all per attempt.
const attemptMs = 30_000

/**
 * Posts over real HTTP, as a terminal does and not as a browser: `fetch` would add headers of its own. Redirects are not
 * followed: only a 2xx of the address itself acknowledges.
 */
export const sendOverHttp: SendCallback = ({ url, headers, body }) =>
  new Promise((resolve) => {
    // Refused, reset, timed out: to a terminal they are all the same missing acknowledgement.
    const fail = (): void => resolve(null)
    if (!URL.canParse(url)) return fail()
    const send = new URL(url).protocol === 'https:' ? requestHttps : http.request
    const length = { 'content-length': Buffer.byteLength(body) }
    const signal = AbortSignal.timeout(attemptMs)
    const request = send(
      url,
      { method: 'POST', headers: { ...headers, ...length }, agent: false, signal },
      (response) => {
        response.resume()
        response.on('error', fail)
        resolve(response.statusCode ?? null)
      },
    )
    request.on('error', fail)
    request.end(body)
  })
