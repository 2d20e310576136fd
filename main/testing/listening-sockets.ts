import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Where a process takes TCP connections. */
export interface ListeningSocket {
  /** Of IPv4 with dots; of IPv6 eight groups of four digits. */
  address: string
  port: number
}

const LISTEN = '0A'

/** Every TCP address at which a process listens, as the kernel knows it: Linux only. */
export function listListening(pid: number): ListeningSocket[] {
  const own = new Set(listSockets(pid))
  return ['tcp', 'tcp6'].flatMap((table) =>
    readTable(`/proc/${pid.toString()}/net/${table}`)
      .filter(([, , , state, , , , , , inode = '']) => state === LISTEN && own.has(inode))
      .map(([, local = '']) => toSocket(local)),
  )
}

/** The numbers of the sockets that a process has open. */
function listSockets(pid: number): string[] {
  const folder = `/proc/${pid.toString()}/fd`
  return readdirSync(folder).flatMap((name) => {
    try {
      return /^socket:\[([0-9]+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.slice(1) ?? []
    } catch {
      // Closed since the folder was read.
      return []
    }
  })
}

/** The lines of one of the kernel's tables; a computer without IPv6 does not have the second. */
function readTable(file: string): string[][] {
  let text = ''
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return []
  }
  const [, ...lines] = text.trim().split('\n')
  return lines.map((line) => line.trim().split(/\s+/))
}

/** `0100007F:1F90`: the bytes of each four of the address turned round, and the port. */
function toSocket(local: string): ListeningSocket {
  const [bytes = '', port = ''] = local.split(':')
  const turned = (bytes.match(/.{8}/g) ?? []).map((four) => (four.match(/../g) ?? []).toReversed().join(''))
  const hex = turned.join('')
  const address =
    hex.length === 8
      ? (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).join('.')
      : (hex.match(/.{4}/g) ?? []).join(':').toLowerCase()
  return { address, port: Number.parseInt(port, 16) }
}
