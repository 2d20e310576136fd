import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Reference } from '../../../../shared/ids.ts'
import { judgeCalls } from './call-times.ts'
import type { Delivered } from './caller-messages.ts'
import { startCaller, type Caller } from './caller.ts'
import { judgeEffects } from './journal-audit.ts'
import type { TillProcess } from './till-process.ts'
import { gate, judgeTimes, toReport, type Attempt, type Trial } from './trial.ts'
import { toTrueLetter } from './true-result.ts'

const SLOW = 1_000
const CALLBACKS = 50
/** Safety L7. */
const LIMIT_MS = 100

/** A thousand connections that send a byte now and then, and come again when they are cut off (safety L7). */
export const slowClients: Trial = async (till) => {
  const crowd = openCrowd(till.port)
  const caller = startCaller()
  const sold: Reference[] = []
  try {
    // What is measured is the till among slow connections, not this process making them.
    await setTimeout(1_000)
    const gates = await judgeTimes(() => callThrough(till, caller, sold))
    return toReport('slow', [...gates, judgeEffects(till.journalFile, sold)])
  } finally {
    crowd.close()
    await caller.close()
  }
}

async function callThrough(till: TillProcess, caller: Caller, sold: Reference[]): Promise<Attempt> {
  const calls: Delivered[] = []
  for (let count = 0; count < CALLBACKS; count += 1) {
    const sale = await till.sell()
    sold.push(sale.reference)
    calls.push(await caller.deliver(till, toTrueLetter(sale)))
    await till.leave(sale)
    await setTimeout(50)
  }
  const heard = calls.filter(({ status }) => status === 200).length
  return {
    gates: [gate(heard === CALLBACKS, `${SLOW} slow connections: ${heard} of ${CALLBACKS} callbacks answered 200`)],
    times: [judgeCalls(calls, LIMIT_MS, 0)],
  }
}

function openCrowd(port: number): { close(): void } {
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
  const trickle = setInterval(() => sockets.forEach((socket) => void (socket.writable && socket.write('a'))), 500)
  return {
    close() {
      isOver = true
      clearInterval(trickle)
      for (const socket of sockets) socket.destroy()
    },
  }
}
