/**
 * The same reader, which does not read again what it has just read: a payment that is asked about every second or two is
 * answered in the same words again and again, in the fault simulation thousands of times a second. Readings are shared, so
 * nobody may change them. A body may hold what must not be kept (safety P2): the last one is held weakly, and so goes with the
 * next collection of garbage, as it would without this.
 */
export function readOnce<Reading>(read: (body: string) => Reading): (body: string) => Reading {
  let last: WeakRef<{ body: string; reading: Reading }> | null = null
  return (body) => {
    const known = last?.deref()
    if (known?.body === body) return known.reading
    const reading = read(body)
    last = new WeakRef({ body, reading })
    return reading
  }
}
