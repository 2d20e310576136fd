/**
 * The same reader, which does not read again what it has just read: a till asks every second or two, and hears the same
 * words for minutes. Its readings are shared, so nobody may change them. It keeps one body and its reading in memory.
 */
export function readOnce<Reading>(read: (body: string) => Reading): (body: string) => Reading {
  let last: { body: string; reading: Reading } | null = null
  return (body) => {
    if (last?.body !== body) last = { body, reading: read(body) }
    return last.reading
  }
}
