import type { Socket } from 'node:net'
import { toSource } from './callback-address.ts'

/** Who may keep a connection when there are too many. */
export interface Seats {
  /** Seats a new connection. Where there is no room, another one gives way: the newcomer may be a terminal. */
  enter(socket: Socket): void
  /** Until the answer is called, the connection of this address and port gives way to nobody: it has authenticated. */
  hold(remoteAddress: string | undefined, remotePort: number | undefined): () => void
  closeAll(): void
}

export interface SeatLimits {
  /** So many strangers may linger; beyond them the one that came first gives way once it is older than the grace. */
  lingering: number
  graceMs: number
  /** So many strangers at all; beyond them one of the source that has most gives way at once. */
  most: number
}

interface Seat {
  socket: Socket
  source: string
  sinceMs: number
  isHeld: boolean
}

/**
 * Node's own `maxConnections` turns newcomers away, so that slow connections would crowd out the terminal. Here strangers
 * give way to newcomers (safety L7). Measured over plain sockets: under TLS a request knows only its remote address and port.
 */
export function createSeats(limits: SeatLimits, monotonicMs: () => number, onEvict: () => void): Seats {
  const seats = new Map<string, Seat>()
  const strangersOf = new Map<string, number>()
  let strangers = 0

  function count(seat: Seat, by: 1 | -1): void {
    strangers += by
    const left = (strangersOf.get(seat.source) ?? 0) + by
    if (left === 0) strangersOf.delete(seat.source)
    else strangersOf.set(seat.source, left)
  }

  function leave(key: string, seat: Seat): void {
    if (seats.get(key) !== seat) return
    seats.delete(key)
    if (!seat.isHeld) count(seat, -1)
  }

  function evict(isVictim: (seat: Seat) => boolean): void {
    for (const [key, seat] of seats) {
      if (seat.isHeld || !isVictim(seat)) continue
      leave(key, seat)
      seat.socket.destroy()
      onEvict()
      return
    }
  }

  function makeRoom(): void {
    if (strangers <= limits.lingering) return
    const youngestMs = monotonicMs() - limits.graceMs
    if (strangers <= limits.most) return evict((seat) => seat.sinceMs <= youngestMs)
    const most = Math.max(...strangersOf.values())
    evict((seat) => strangersOf.get(seat.source) === most)
  }

  return {
    enter(socket) {
      const { remoteAddress, remotePort } = socket
      // Gone again before it was accepted.
      if (remoteAddress === undefined) return void socket.destroy()
      const key = toKey(remoteAddress, remotePort)
      const seat = { socket, source: toSource(remoteAddress), sinceMs: monotonicMs(), isHeld: false }
      seats.set(key, seat)
      count(seat, 1)
      socket.once('close', () => leave(key, seat))
      makeRoom()
    },
    hold(remoteAddress, remotePort) {
      const key = toKey(remoteAddress, remotePort)
      const seat = seats.get(key)
      if (seat === undefined || seat.isHeld) return () => undefined
      seat.isHeld = true
      count(seat, -1)
      return () => {
        if (seats.get(key) !== seat || !seat.isHeld) return
        seat.isHeld = false
        seat.sinceMs = monotonicMs()
        count(seat, 1)
        // To the end of the row: a connection that has proved itself gives way after those that have not.
        seats.delete(key)
        seats.set(key, seat)
      }
    },
    closeAll() {
      for (const { socket } of seats.values()) socket.destroy()
    },
  }
}

function toKey(remoteAddress: string | undefined, remotePort: number | undefined): string {
  return `${remoteAddress ?? ''} ${remotePort ?? 0}`
}
