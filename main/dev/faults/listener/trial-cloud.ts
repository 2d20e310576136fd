import { z } from 'zod'
import type { Reference, TerminalRef } from '../../../../shared/ids.ts'
import { startForeignCloud, type Arrival, type Reply } from '../../../testing/foreign-cloud.ts'

/** The terminals of the trials' shop. */
export const TRIAL_TERMINALS: readonly TerminalRef[] = Array.from({ length: 40 }, (_, index) => ({
  serialNumber: (index + 1).toString().padStart(4, '0'),
  terminalType: 'PAXA80',
}))

interface Secrets {
  path: string
  token: string
}

/** A cloud that takes every sale and never says how it ended: only a terminal's own callback can. */
export interface TrialCloud {
  hosts: { cloudUrl: string; statusUrl: string }
  /** What came with the request of this sale for its terminal (handpoint-api.md §2.2). */
  secretsOf(reference: Reference): Promise<Secrets>
  close(): Promise<void>
}

const requestSchema = z.object({ transactionReference: z.string(), callbackUrl: z.url(), token: z.string() })

export async function openTrialCloud(): Promise<TrialCloud> {
  const cloud = await startForeignCloud()
  const known = new Map<string, Secrets>()
  const waiting = new Map<string, (secrets: Secrets) => void>()

  function note({ body }: Arrival): void {
    const request = requestSchema.safeParse(body)
    if (!request.success) return
    const { transactionReference: reference, callbackUrl, token } = request.data
    const secrets = { path: new URL(callbackUrl).pathname, token }
    known.set(reference, secrets)
    waiting.get(reference)?.(secrets)
  }

  cloud.script = (arrival): Reply | null => {
    cloud.arrivals.length = 0
    const { host, method, path } = arrival
    if (path === '/initialize') return { status: 200, body: TRIAL_TERMINALS.map(toDevice) }
    if (host === 'status') {
      const told = { finStatus: 'IN_PROGRESS', transactionReference: path.split('/')[2] }
      return { status: 200, body: path.endsWith('/all') ? [told] : told }
    }
    if (method === 'POST') note(arrival)
    return null
  }

  return {
    hosts: { cloudUrl: cloud.cloudUrl, statusUrl: cloud.statusUrl },
    async secretsOf(reference) {
      const secrets = known.get(reference)
      return secrets ?? new Promise((resolve) => waiting.set(reference, resolve))
    },
    close: cloud.close,
  }
}

function toDevice({ serialNumber, terminalType }: TerminalRef): Record<string, string> {
  return { merchant_id_alpha: 'm', serial_number: serialNumber, terminal_type: terminalType }
}
