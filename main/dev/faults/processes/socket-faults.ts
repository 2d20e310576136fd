import type { Arrival, RawReply, Reply } from '../../../testing/foreign-cloud.ts'
import type { Lots } from '../../../testing/lots.ts'

/** An answer on its way out: its status, its text, and the request that it answers. */
interface Outgoing {
  status: number
  text: string
  arrival: Arrival
  lots: Lots
  /** So many of the till's milliseconds, as this process's. */
  real: (tillMs: number) => number
  /** Another address, which nobody should ever be sent to. */
  elsewhere: string
}

type SocketFault = (outgoing: Outgoing) => Reply

const TYPE = 'Content-Type: application/json'

function head(status: number, ...lines: string[]): string {
  return [`HTTP/1.1 ${status.toString()} Answer`, TYPE, ...lines, '', ''].join('\r\n')
}

const lengthOf = (text: string): string => `Content-Length: ${Buffer.byteLength(text).toString()}`

function whole({ status, text }: Outgoing): string {
  return status === 204 ? head(204) : head(status, lengthOf(text)) + text
}

function raw(bytes: string | Buffer, connection: RawReply['connection'] = 'close'): RawReply {
  return { pieces: [{ bytes }], connection }
}

/** The bytes in pieces, with a pause before each. */
function drip(bytes: string, count: number, pauseMs: number): RawReply {
  const size = Math.max(1, Math.ceil(bytes.length / count))
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => ({
    afterMs: pauseMs,
    bytes: bytes.slice(index * size, (index + 1) * size),
  }))
  return { pieces, connection: 'close' }
}

const half = (text: string): string => text.slice(0, Math.ceil(text.length / 2))

/** What sockets, proxies and bad servers do to an answer whose request was understood. */
export const SOCKET_FAULTS: Readonly<Record<string, SocketFault>> = {
  'slow body': (out) => drip(whole(out), 4, out.real(1_000)),
  'body slower than patience': (out) => drip(whole(out), 4, out.real(12_000)),
  'silence after the head': ({ status }) => raw(head(status, 'Content-Length: 100'), 'hold'),
  'half closed in the body': ({ status, text }) => raw(head(status, lengthOf(text)) + half(text), 'halfClose'),
  'half closed before the head': () => raw('', 'halfClose'),
  'reset in the body': ({ status, text, real }) => ({
    pieces: [{ bytes: head(status, lengthOf(text)) + half(text) }, { afterMs: real(500), bytes: '' }],
    connection: 'reset',
  }),
  'reset instead of an answer': () => 'reset',
  'length too long': ({ status, text }) => raw(head(status, `Content-Length: ${(text.length + 50).toString()}`) + text),
  'length too short': ({ status, text }) => raw(head(status, `Content-Length: ${half(text).length.toString()}`) + text),
  'length negative': ({ status, text }) => raw(head(status, 'Content-Length: -1') + text),
  'two lengths': ({ status, text }) => raw(head(status, lengthOf(text), 'Content-Length: 3') + text),
  'length and chunks': ({ status, text }) =>
    raw(`${head(status, lengthOf(text), 'Transfer-Encoding: chunked')}${text}`),
  'chunks that are none': ({ status, text }) => raw(`${head(status, 'Transfer-Encoding: chunked')}zz\r\n${text}\r\n`),
  'chunk sizes out of range': ({ status, text }) =>
    raw(`${head(status, 'Transfer-Encoding: chunked')}FFFFFFFFFFFFFFFFF\r\n${text}\r\n0\r\n\r\n`),
  'chunks without an end': ({ status, text }) =>
    raw(`${head(status, 'Transfer-Encoding: chunked')}${text.length.toString(16)}\r\n${text}\r\n`),
  'no length, closed at the end': ({ status, text }) => raw(head(status) + text),
  'no length, closed half way': ({ status, text }) => raw(head(status) + half(text)),
  'a thousand headers': ({ status, text }) =>
    raw(head(status, ...Array.from({ length: 1_000 }, (_, n) => `X-${n.toString()}: ${'y'.repeat(20)}`)) + text),
  'one header of a megabyte': ({ status, text }) => raw(head(status, `X-Long: ${'y'.repeat(1_000_000)}`) + text),
  'headers without an end': ({ real }) => drip(`${head(200).slice(0, -2)}${'X-A: b\r\n'.repeat(400)}`, 8, real(2_000)),
  'hints before the answer': (out) =>
    raw(`HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n${'HTTP/1.1 100 Continue\r\n\r\n'.repeat(20)}${whole(out)}`),
  'hints without an answer': () => raw('HTTP/1.1 102 Processing\r\n\r\n'.repeat(200), 'hold'),
  'another protocol': () => raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n'),
  'no HTTP': ({ lots }) => raw(Buffer.from(Array.from({ length: 300 }, () => lots.below(256)))),
  'nothing at all': () => raw(''),
  'a redirect elsewhere': ({ lots, elsewhere }) => ({
    status: lots.pick([301, 302, 303, 307, 308]),
    headers: { location: elsewhere },
  }),
  'a redirect to itself': ({ lots, arrival }) => ({
    status: lots.pick([302, 307, 308]),
    headers: { location: arrival.path },
  }),
  'two megabytes': ({ status, text }) => ({ status, body: text + ' '.repeat(2 * 1024 * 1024) }),
  'compressed, it says': ({ status, text }) => raw(head(status, 'Content-Encoding: gzip', lengthOf(text)) + text),
  'broken letters': ({ status, text }) => {
    const bytes = Buffer.concat([Buffer.from(half(text)), Buffer.from([0xff, 0xfe, 0x00]), Buffer.from(text)])
    return raw(Buffer.concat([Buffer.from(head(status, `Content-Length: ${bytes.length.toString()}`)), bytes]))
  },
  'nested without end': ({ status }) => ({ status, body: '['.repeat(100_000) }),
  'a hundred answers at once': (out) => raw(whole(out).repeat(100)),
  'a second answer afterwards': (out) => ({
    pieces: [{ bytes: whole(out) }, { afterMs: out.real(300), bytes: whole(out) }],
    connection: 'hold',
  }),
  'kept connections torn at their next use': (out) =>
    out.arrival.nthOnConnection > 1 ? 'reset' : { status: out.status, body: out.text },
  'a page of a proxy': ({ lots }) => ({
    status: lots.pick([200, 400, 404, 407, 413, 502, 503, 504]),
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><title>Gateway</title>',
  }),
  'a 200 with nothing in it': () => ({ status: 200 }),
}

/** The answer as the fault makes it. What is torn already cannot be torn again. */
export function tear(reply: Reply, fault: string, rest: Omit<Outgoing, 'status' | 'text'>): Reply {
  if (reply === 'reset' || !('status' in reply)) return reply
  const text = reply.body === undefined ? '' : typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)
  return SOCKET_FAULTS[fault]?.({ ...rest, status: reply.status, text }) ?? reply
}
