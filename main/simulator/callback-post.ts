import type { Fault } from './faults.ts'
import { spoil } from './malformed.ts'
import type { Parcel } from './parcel.ts'

/** One POST of a terminal to a callback address; `times` is 2 when the network doubles it. */
export type CallbackPost = { headers: Record<string, string>; body: string; times: number }

/** Puts a parcel on the wire, with what a fault does to it. */
export function toPost(parcel: Parcel, recovered: boolean, fault: Fault | null): CallbackPost {
  const body = JSON.stringify({ ...parcel.result, recoveredTransaction: recovered })
  const type = { 'content-type': 'application/json' }
  const headers = { ...type, 'AUTH-TOKEN': parcel.token }
  if (fault?.type === 'wrongToken') return { headers: { ...type, 'AUTH-TOKEN': `${parcel.token}x` }, body, times: 1 }
  if (fault?.type === 'noToken') return { headers: type, body, times: 1 }
  if (fault?.type === 'duplicate') return { headers, body, times: 2 }
  if (fault?.type !== 'malformed') return { headers, body, times: 1 }
  return { headers, body: spoil({ status: 200, headers, body }, fault.form).body, times: 1 }
}

/** Whether the fault keeps the message from leaving the terminal. */
export function isLost(fault: Fault | null): boolean {
  return fault?.type === 'drop' || fault?.type === 'reset' || fault?.type === 'status'
}
