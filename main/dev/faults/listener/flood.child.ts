import { connect, type Socket } from 'node:net'
import { argv } from 'node:process'
import { toHttp } from '../../../core/callback/trial-letters.ts'

/**
 * Run by the trial as a process of its own: sends requests with a wrong token at a steady rate, on connections that it keeps
 * or each on a new one, until it is ended. Answers a question with how many were sent, answered, answered 429, and
 * kept back for want of a free connection.
 */
const [port, path, perSecond, most] = [Number(argv[2]), argv[3] ?? '', Number(argv[4]), Number(argv[5])]
const isKeeping = argv[6] === 'keeping'
const last = toHttp({ path, token: 'f'.repeat(64), body: '{}' })
const letter = isKeeping ? last.replace('Connection: close\r\n', '') : last
/** Steadily: a machine that was busy elsewhere does not make up for it with a burst that nobody asked about. */
const MOST_AT_ONCE = 32
const tally = { sent: 0, answered: 0, limited: 0, withheld: 0 }
const idle: Socket[] = []
let open = 0
let due = 0
let atMs = performance.now()

function send(): void {
  const nowMs = performance.now()
  due += ((nowMs - atMs) / 1000) * perSecond
  atMs = nowMs
  const wanted = Math.floor(due)
  due -= wanted
  let count = 0
  while (count < Math.min(wanted, MOST_AT_ONCE) && (idle.length > 0 || open < most)) {
    count += 1
    const socket = idle.pop() ?? knock()
    socket.write(letter)
  }
  tally.sent += count
  tally.withheld += wanted - count
  setImmediate(send)
}

function knock(): Socket {
  open += 1
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  socket.on('data', (answer) => {
    tally.answered += 1
    if (answer.toString('latin1', 9, 12) === '429') tally.limited += 1
    if (isKeeping) idle.push(socket)
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    open -= 1
    const place = idle.indexOf(socket)
    if (place >= 0) idle.splice(place, 1)
  })
  return socket
}

send()
process.on('message', () => void process.send?.(tally))
process.once('disconnect', () => process.exit())
