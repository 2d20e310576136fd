import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Who may use the preview: a browser that opened this start's address, from a page of this very origin. */
export interface Gate {
  origin: string
  /** Made anew at each start. */
  token: string
  /** Set-Cookie value that stands for the token, out of the page's reach. */
  cookie: string
  isToken(text: string): boolean
  /** The Host header names this server: a name that was rebound to 127.0.0.1 does not. */
  isOwnHost(request: IncomingMessage): boolean
  /** The request comes from this origin and not from another site's page. */
  isSameOrigin(request: IncomingMessage): boolean
  /** Holds this start's cookie, and no other site is behind it. */
  isAdmitted(request: IncomingMessage): boolean
}

export function createGate(origin: string): Gate {
  const token = randomBytes(32).toString('base64url')
  const { host, port } = new URL(origin)
  const cookieName = `paydesk-${port}`
  const isToken = (text: string): boolean => timingSafeEqual(digest(text), digest(token))
  const isSameOrigin = (request: IncomingMessage): boolean => request.headers.origin === origin

  return {
    origin,
    token,
    cookie: `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    isToken,
    isOwnHost: (request) => request.headers.host === host,
    isSameOrigin,
    isAdmitted(request) {
      const { origin: from } = request.headers
      if (from !== undefined && from !== origin) return false
      const cookies = (request.headers.cookie ?? '').split(';').map((part) => part.trim())
      const held = cookies.find((part) => part.startsWith(`${cookieName}=`))
      return held !== undefined && isToken(held.slice(cookieName.length + 1))
    },
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
