/** One request as it arrived, without its key. */
export type LoggedRequest = {
  order: number
  at: number
  host: 'cloud' | 'status'
  method: string
  path: string
  operation: string | null
  terminal: string | null
  transactionReference: string | null
  originalTransactionId: string | null
  /** The status sent back; null while it runs, or when no answer was given. */
  status: number | null
  fault: string | null
}

type WireCount = { received: number; handled: number }

/** What a till put on the wire, in order, and how often each reference was in it. */
export type WireLog = {
  log(request: Omit<LoggedRequest, 'order' | 'status' | 'fault'>): LoggedRequest
  handled(reference: string): void
  requests(): readonly LoggedRequest[]
  count(reference: string): WireCount
  references(): readonly string[]
}

export function createWireLog(maxRequests: number): WireLog {
  const requests: LoggedRequest[] = []
  const counts = new Map<string, WireCount>()
  let order = 0
  const countOf = (reference: string): WireCount => {
    const known = counts.get(reference) ?? { received: 0, handled: 0 }
    counts.set(reference, known)
    return known
  }
  return {
    log(request) {
      const logged: LoggedRequest = { order: ++order, ...request, status: null, fault: null }
      requests.push(logged)
      if (requests.length > maxRequests) requests.shift()
      if (request.transactionReference !== null) countOf(request.transactionReference).received += 1
      return logged
    },
    handled(reference) {
      countOf(reference).handled += 1
    },
    requests: () => requests,
    count: (reference) => counts.get(reference) ?? { received: 0, handled: 0 },
    references: () => [...counts.keys()],
  }
}
