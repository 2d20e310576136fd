import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { resultBody, toHttp } from '../../../core/callback/trial-letters.ts'
import { gate, ms, toReport, watchMachine, type Trial } from './trial.ts'
import { askOnce } from './wire.ts'

const SLOW = 1_000
const CALLBACKS = 50

/** A thousand connections that send a byte now and then, and come again when they are cut off (safety L7). */
export const slowClients: Trial = async ({ port, path, token }) => {
  const sockets = new Set<Socket>()
  let isOver = false
  function open(): void {
    const socket = connect(port, '127.0.0.1', () => void socket.write('POST /cb/'))
    sockets.add(socket)
    socket
      .on('error', () => undefined)
      .on('close', () => {
        sockets.delete(socket)
        if (!isOver) globalThis.setTimeout(open, 250)
      })
  }
  for (let count = 0; count < SLOW; count += 1) open()
  // What is measured is the till among slow connections, not this process making them.
  await setTimeout(1_000)
  const trickle = setInterval(() => sockets.forEach((socket) => void (socket.writable && socket.write('a'))), 500)

  const machine = watchMachine()
  const times: number[] = []
  let unheard = 0
  for (let count = 0; count < CALLBACKS; count += 1) {
    const body = resultBody({ totalAmount: count, x: 'slow' })
    const answer = await askOnce(port, toHttp({ path: `/cb/${path}`, token, body }))
    times.push(answer.ms)
    if (answer.status !== 200) unheard += 1
    await setTimeout(50)
  }
  isOver = true
  clearInterval(trickle)
  for (const socket of sockets) socket.destroy()
  const [worst, first] = [Math.max(...times), times[0] ?? Number.NaN]
  return toReport('slow', [
    gate(unheard === 0, `${SLOW} slow connections: ${CALLBACKS - unheard} of ${CALLBACKS} callbacks answered 200`),
    machine.timeGate(worst < 100, `slowest ${ms(worst)}, first ${ms(first)} (limit 100 ms, connecting included)`),
  ])
}
