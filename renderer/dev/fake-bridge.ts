import type { EventName } from '../../shared/ipc/channels.ts'
import type { CommandOutput } from '../../shared/ipc/contract.ts'
import type { Reference } from '../../shared/ids.ts'
import { toLocaleIn, type Language } from '../../shared/languages.ts'
import { applyChange, preferencesChangeSchema, type PreferencesChange } from '../../shared/ipc/preferences.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import type { AppError, ErrorCode } from '../../shared/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { PreloadBridge } from '../src/bridge-preload.ts'
import { buildPayment, now, other, reference, settledAs } from './build-payment.ts'
import { readPaper } from './documents.ts'
import { listJobs, listPrinters, PRINT_JOBS, toPreview } from './printing.ts'
import {
  APP,
  HEALTH,
  HISTORY,
  makeReference,
  PAYMENTS,
  PREFERENCES,
  TERMINALS,
  TIMELINE,
  UNANSWERED,
  UNRESOLVED,
} from './fixtures.ts'
import { listFixtures } from './history-fixtures.ts'

/** A bridge without a core, for looking at screens: `scene` names a payment of the fixtures or a page. */
export function createFakeBridge(scene: string, options: URLSearchParams): PreloadBridge {
  const listeners = new Map<EventName, ((payload: unknown) => void)[]>()
  const emit = (name: EventName, payload: unknown) => listeners.get(name)?.forEach((listener) => listener(payload))
  let shown = PAYMENTS[scene] ?? null
  let version = 1
  let preferences = PREFERENCES
  let late = LATE.slice(0, Number(options.get('late') ?? 0))
  const isEmpty = scene === 'empty'
  const app = () => ({
    ...APP,
    version: version++,
    mode: options.get('mode') ?? APP.mode,
    cloud: options.get('cloud') ?? APP.cloud,
    blocked: options.get('blocked'),
    health: HEALTH[options.get('health') ?? 'well'] ?? APP.health,
    shop: { ...APP.shop, locale: toLocale(options, preferences.language) },
    allows: { ...APP.allows, tipAdjustment: options.has('tip') },
    shownPayment: shown?.reference ?? null,
    unresolvedCount: isEmpty ? 0 : UNRESOLVED.length,
  })
  return {
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener])
      return () => {}
    },
    async call(name, input) {
      await new Promise((done) => setTimeout(done, 30))
      switch (name) {
        case 'preferences:read':
        case 'preferences:write':
          preferences = { ...preferences, ...applyChange(preferences, toChange(input)) }
          if (name === 'preferences:write') emit('app:changed', app())
          return ok(preferences)
        case 'app:read':
          return ok(app())
        case 'terminal:list':
        case 'terminal:refresh': {
          const held = scene === 'terminalHeld' ? { openPayment: UNRESOLVED[0]?.reference ?? null } : {}
          return ok({
            ...TERMINALS,
            terminals: TERMINALS.terminals.map((one, index) => (index === 0 ? { ...one, ...held } : one)),
          })
        }
        case 'history:list':
          return ok(listFixtures(isEmpty ? [] : HISTORY, input))
        case 'late:list':
          return ok({ version: version++, payments: late })
        case 'payment:acknowledge': {
          const seen = [...late, UNANSWERED].find((one) => isAbout(input, one.reference)) ?? LINKED_SALE
          late = late.filter((one) => one !== seen)
          emit('late:changed', { version: version++, payments: late })
          return ok({ ...seen, version: version++, news: null })
        }
        case 'unresolved:list':
          return ok({ version: 1, payments: isEmpty ? [] : UNRESOLVED })
        case 'payment:read': {
          const isOriginal = isAbout(input, other)
          const found = isOriginal ? LINKED_SALE : shown
          const payment =
            found ?? [...HISTORY, ...UNRESOLVED, UNANSWERED].find((one) => isAbout(input, one.reference)) ?? LINKED_SALE
          return ok({ payment, timeline: TIMELINE, ...toLinks(payment, options.has('whole')) })
        }
        case 'sale:start':
          if (scene === 'doubt') throw new Error('no answer')
          if (scene === 'twin') return looksDoubled(options, other)
          if (scene === 'refused') return refuse('journal.unavailable')
          shown = buildPayment(
            { status: 'waiting', resultId: null, cancelRefused: false },
            { createdAt: Date.now(), amountMinor: readAmount(input) },
          )
          emit('app:changed', app())
          return ok(shown)
        case 'payment:leave':
          shown = null
          return ok(app())
        case 'payment:settle': {
          const settled = [...UNRESOLVED, shown].find((one) => one !== null && isAbout(input, one.reference))
          const verdict = JSON.stringify(input).includes('notCharged') ? 'notCharged' : 'charged'
          const result = { ...(settled ?? LINKED_SALE), version: version++, state: settledAs(verdict) }
          if (shown !== null) shown = result
          return ok(result)
        }
        case 'approval:read':
          return ok({ pin: 'set', practicePin: null, waitMs: scene === 'locked' ? 120_000 : 0 })
        case 'approval:give':
          return ok({ result: 'given', grant: other })
        case 'document:read': {
          const paper = readPaper(options.get('papers'), input)
          return paper === null ? refuse('document.missing') : ok(paper)
        }
        case 'orphan:list':
          return ok({ orphans: [] })
        case 'print:start':
        case 'print:retry':
        case 'receipt:mail':
          return ok(PRINT_JOBS[0])
        case 'print:jobs':
        case 'print:dismiss':
          return ok({ version: version++, ...listJobs(scene, options.get('jobs'), (shown ?? HISTORY[0])?.reference) })
        case 'print:preview':
          return ok(toPreview(options.get('jobs'), input))
        case 'print:pdf':
          return ok({ type: 'cancelled' })
        case 'printer:list':
        case 'printer:choose':
          return ok(listPrinters(options.get('printers')))
        case 'listener:test':
          return ok({ verdict: options.get('reached') ?? 'reached', at: now })
        case 'receipt:last':
          return ok({ reference: HISTORY[0]?.reference ?? null })
        case 'operation:start':
          if (scene === 'twin') return looksDoubled(options, options.has('doubt') ? REFUND_IN_DOUBT : REFUND_BEFORE)
          if (scene === 'reversalOffline' && options.has('doubt')) throw new Error('no answer')
          shown = PAYMENTS['takenBackByGateway'] ?? null
          return ok(shown)
        case 'payment:retry':
          if (scene === 'approvalTooOld') return refuse('approval.needed')
          return ok(shown ?? UNRESOLVED[0])
        case 'payment:check':
          return ok(shown ?? UNRESOLVED[0])
        case 'payment:cancel':
          shown = {
            ...(shown ?? buildPayment({ status: 'created' })),
            reference,
            version: version++,
            state: { status: 'cancelling', resultId: null },
          }
          return ok(shown)
      }
    },
  }
}

function refuse(code: ErrorCode): Result<never, AppError> {
  return err({ code, message: '', moneyState: 'notCharged', correlationId: '1' })
}

const REFUND_IN_DOUBT = makeReference(53)
const REFUND_BEFORE = makeReference(13)

/** The same amount was moved before, or nobody knows whether it was. */
function looksDoubled(options: URLSearchParams, before: Reference): Result<never, AppError> {
  const twin = { reference: before, movedAt: options.has('doubt') ? null : Date.now() - 40_000 }
  return err({ code: 'payment.looksDoubled', message: '', moneyState: 'notCharged', correlationId: '1', twin })
}

const LINKED_SALE = buildPayment(
  { status: 'approved', chargedMinor: 4500, basis: 'terminal', outcome: null },
  { reference: other },
)

/** A correction, and as many approvals that came late as a till can have after a long night. */
const LATE: PaymentSnapshot[] = Array.from({ length: 100 }, (_, index) => {
  const one = index === 0 ? buildPayment({ status: 'notCharged' }, { correctedFrom: 'approved' }) : LINKED_SALE
  const known = { number: 1041 - index, reference: makeReference(500 + index) }
  return { ...one, ...known, news: { number: 1, at: LINKED_SALE.updatedAt - index * 60_000 } }
})

const LINKED = ['refunded', 'refundDeclined'].flatMap((name, index) => {
  const payment = PAYMENTS[name]
  const one = HISTORY[13 + index]
  return payment === undefined || one === undefined ? [] : [{ ...payment, reference: one.reference }]
})

/** A sale of which two refunds were made, unless it is wanted whole; everything else stands alone. */
function toLinks(
  payment: PaymentSnapshot,
  isWhole: boolean,
): Pick<CommandOutput<'payment:read'>, 'linked' | 'standing'> {
  const isCharged = payment.operation === 'sale' && payment.state.status === 'approved'
  const linked = isCharged && !isWhole ? LINKED : []
  const totalMinor = payment.state.status === 'approved' ? payment.amountMinor : 0
  const refundedMinor = linked.length === 0 ? 0 : 2000
  const standing = {
    totalMinor,
    tipMinor: 0,
    refundedMinor,
    remainingMinor: Math.max(0, totalMinor - refundedMinor),
    isReversed: false,
    isCaptured: false,
    isDoneElsewhere: false,
    hasOpenLink: false,
    isGivingBack: false,
  }
  return { linked, standing }
}

function isAbout(input: unknown, about: string): boolean {
  return JSON.stringify(input).includes(about)
}

function readAmount(input: unknown): number {
  return typeof input === 'object' && input !== null && 'amountMinor' in input ? Number(input.amountMinor) : 0
}

function toChange(input: unknown): PreferencesChange {
  const change = preferencesChangeSchema.safeParse(input)
  return change.success ? change.data : {}
}

function toLocale(options: URLSearchParams, language: Language | null): string {
  const shopLocale = options.get('locale') ?? APP.shop.locale
  return language === null ? shopLocale : toLocaleIn(language, shopLocale)
}
