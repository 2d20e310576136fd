import { connect, type Socket } from 'node:net'

/** An open connection that takes the clock from the last byte sent to the first byte of the answer. */
export interface Wire {
  /** Sends a request; the status and how long its answer took, in milliseconds. Status 0: the connection ended without one. */
  ask(bytes: string | Buffer): Promise<{ status: number; ms: number }>
  isOpen(): boolean
  close(): void
}

export async function openWire(port: number): Promise<Wire> {
  let hear: ((status: number) => void) | null = null
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  socket.on('data', (chunk) => hear?.(Number(chunk.toString('latin1', 9, 12))))
  socket.on('close', () => hear?.(0))
  socket.on('error', () => hear?.(0))
  await new Promise<void>((resolve) => socket.once('connect', resolve).once('close', () => resolve()))
  return {
    ask(bytes) {
      return new Promise((resolve) => {
        const startedMs = performance.now()
        hear = (status) => resolve({ status, ms: performance.now() - startedMs })
        if (socket.destroyed) resolve({ status: 0, ms: 0 })
        else socket.write(bytes)
      })
    },
    isOpen: () => !socket.destroyed && socket.writable,
    close: () => void socket.destroy(),
  }
}

/** One request on a connection of its own; the time counts from before connecting. */
export async function askOnce(port: number, bytes: string | Buffer): Promise<{ status: number; ms: number }> {
  const startedMs = performance.now()
  const wire = await openWire(port)
  const { status } = await wire.ask(bytes)
  wire.close()
  return { status, ms: performance.now() - startedMs }
}
