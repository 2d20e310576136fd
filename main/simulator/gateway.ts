import type { Clock } from './clock.ts'
import { isSameCard } from './cards.ts'
import type { Decision } from './decisions.ts'
import { draftRecord } from './drafts.ts'
import type { Random } from './random.ts'
import { isApproved, isCharge, isRefund } from './records.ts'
import type { GatewayRecord } from './records.ts'

/** The books: every transaction that reached the gateway, by id and by reference. It is the ground truth of money. */
export type Gateway = {
  /** Files a draft as IN_PROGRESS under its reference (linked ones under the original's) and gives it an id. */
  begin(draft: GatewayRecord): GatewayRecord
  /** Books a decision and what it does to the original. */
  settle(record: GatewayRecord, decision: Decision): void
  /** The till or the customer accepted the approved part. */
  confirmPartial(record: GatewayRecord): void
  /** Undoes an approved transaction on the terminal's own account (handpoint-api.md §3.13) and files the reversal. */
  reverseByTerminal(original: GatewayRecord, reasonCodes: string[]): GatewayRecord
  /** Runs once the record is no longer IN_PROGRESS, at once if it already is not. */
  whenDecided(record: GatewayRecord, run: () => void): void
  find(guid: string): GatewayRecord | undefined
  filedUnder(reference: string): readonly GatewayRecord[]
  references(): readonly string[]
  /** Whether this card was charged this amount within the last five minutes (§6.19). */
  isRepeat(draft: GatewayRecord): boolean
  all(): readonly GatewayRecord[]
  load(records: readonly GatewayRecord[]): void
}

export type GatewayPorts = {
  clock: Clock
  random: Random
  declineForm(): 'approvalLooking' | 'plain'
  changed(): void
  /** How many transactions are remembered; the oldest are forgotten first. */
  maxRecords: number
}

const repeatWindowMs = 300_000

/** Creates empty books. */
export function createGateway(ports: GatewayPorts): Gateway {
  const { clock, random } = ports
  const byGuid = new Map<string, GatewayRecord>()
  const byReference = new Map<string, GatewayRecord[]>()
  let recent: GatewayRecord[] = []
  const waiting = new Map<string, (() => void)[]>()

  const file = (record: GatewayRecord) => {
    byGuid.set(record.guid, record)
    recent.push(record)
    const filed = byReference.get(record.reference)
    if (filed === undefined) byReference.set(record.reference, [record])
    else filed.push(record)
    if (byGuid.size > ports.maxRecords) forgetOldest()
  }
  const forgetOldest = () => {
    const oldest = byGuid.values().next().value
    if (oldest === undefined || oldest.finStatus === 'IN_PROGRESS') return
    byGuid.delete(oldest.guid)
    const kept = (byReference.get(oldest.reference) ?? []).filter((record) => record !== oldest)
    if (kept.length === 0) byReference.delete(oldest.reference)
    else byReference.set(oldest.reference, kept)
  }
  const newGuid = (): string => {
    const guid = random.uuidV1()
    // A run loaded from a state file starts its seed anew and would meet its own ids again.
    return byGuid.has(guid) ? newGuid() : guid
  }

  const approve = (record: GatewayRecord, totalMinor: number, dueMinor: number) => {
    const original = byGuid.get(record.originalGuid)
    const isRead = isCharge(record) && record.card !== null
    Object.assign(record, {
      finStatus: record.type === 'PRE_AUTHORIZATION_CAPTURE' ? 'CAPTURED' : 'AUTHORISED',
      totalMinor,
      dueMinor,
      // What is approved in part leaves nothing for a tip.
      tipMinor: dueMinor > 0 ? 0 : record.tipMinor,
      message: 'Approved or completed successfully',
      messageKey: 'TEXT_IRT_00',
      issuerResponseCode: '00',
      authorisationCode: random.digits(6),
      arc: '0000',
      rrn: isRead && record.type !== 'MOTO_SALE' ? random.digits(13) : '',
      cardToken: record.type === 'SALE_AND_TOKENIZE_CARD' ? random.hex(32) : '',
      holdMinor: record.type === 'PRE_AUTHORIZATION' ? totalMinor : 0,
    } satisfies Partial<GatewayRecord>)
    if (record.isLinked && original !== undefined) applyToOriginal(record, original)
  }
  const applyToOriginal = (record: GatewayRecord, original: GatewayRecord) => {
    if (isRefund(record)) original.refundedMinor += record.totalMinor
    else if (record.type === 'PRE_AUTHORIZATION_INCREASE') original.holdMinor += record.requestedMinor
    else if (record.type === 'PRE_AUTHORIZATION_CAPTURE') original.capturedMinor += record.totalMinor
    else undo(original, record.totalMinor)
  }
  const undo = (original: GatewayRecord, amountMinor: number) => {
    original.reversedMinor += amountMinor
    const whole = original.type === 'PRE_AUTHORIZATION' ? original.holdMinor : original.totalMinor
    original.isReversed = original.reversedMinor >= whole
    const parent = byGuid.get(original.originalGuid)
    if (parent === undefined) return
    if (original.type === 'PRE_AUTHORIZATION_CAPTURE') parent.capturedMinor -= amountMinor
    if (isRefund(original)) parent.refundedMinor -= amountMinor
  }

  const refuse = (record: GatewayRecord, message: string, issuerResponseCode: string) => {
    const looksApproved = ports.declineForm() === 'approvalLooking'
    Object.assign(record, {
      finStatus: 'DECLINED',
      totalMinor: looksApproved ? record.requestedMinor : 0,
      tipMinor: 0,
      message,
      messageKey: `TEXT_IRT_${issuerResponseCode}`,
      errorMessage: message,
      issuerResponseCode: looksApproved ? '00' : issuerResponseCode,
      authorisationCode: looksApproved ? '123456' : '',
      arc: '1000',
    } satisfies Partial<GatewayRecord>)
  }

  const settle = (record: GatewayRecord, decision: Decision) => {
    switch (decision.kind) {
      case 'approved':
        approve(record, decision.totalMinor, decision.dueMinor)
        break
      case 'declined':
        refuse(record, decision.message, decision.issuerResponseCode)
        break
      case 'tokenFailure':
        refuse(record, 'Card token failure', '12')
        break
      case 'failed':
        Object.assign(record, {
          finStatus: 'FAILED',
          tipMinor: 0,
          message: decision.message,
          errorMessage: decision.message,
        } satisfies Partial<GatewayRecord>)
    }
    ports.changed()
    for (const run of waiting.get(record.guid) ?? []) run()
    waiting.delete(record.guid)
  }

  const begin = (draft: GatewayRecord) => {
    const original = draft.isLinked ? byGuid.get(draft.originalGuid) : undefined
    const record: GatewayRecord = {
      ...draft,
      guid: newGuid(),
      reference: original?.reference ?? draft.reference,
      finStatus: 'IN_PROGRESS',
      at: clock.now(),
    }
    file(record)
    ports.changed()
    return record
  }

  return {
    begin,
    settle,
    confirmPartial(record) {
      record.finStatus = 'PARTIAL_APPROVAL'
      ports.changed()
    },
    reverseByTerminal(original, reasonCodes) {
      const { serial, terminalType, reference, currency, card } = original
      const reversal = begin(
        draftRecord({
          serial,
          terminalType,
          reference,
          currency,
          card,
          reasonCodes,
          type: original.type === 'REFUND' ? 'VOID_REFUND' : 'VOID_SALE',
          isLinked: true,
          originalGuid: original.guid,
          requestedMinor: original.totalMinor,
        }),
      )
      settle(reversal, { kind: 'approved', totalMinor: original.totalMinor - original.reversedMinor, dueMinor: 0 })
      return reversal
    },
    whenDecided(record, run) {
      if (record.finStatus !== 'IN_PROGRESS') run()
      else waiting.set(record.guid, [...(waiting.get(record.guid) ?? []), run])
    },
    find: (guid) => byGuid.get(guid),
    filedUnder: (reference) => byReference.get(reference) ?? [],
    references: () => [...byReference.keys()],
    isRepeat(draft) {
      const since = clock.now() - repeatWindowMs
      recent = recent.filter((record) => record.at >= since)
      return recent.some(
        (record) =>
          record.type === draft.type &&
          record.requestedMinor === draft.requestedMinor &&
          isSameCard(record.card, draft.card) &&
          isApproved(record) &&
          !record.isReversed,
      )
    },
    all: () => [...byGuid.values()],
    load(records) {
      for (const record of records) file({ ...record })
    },
  }
}
