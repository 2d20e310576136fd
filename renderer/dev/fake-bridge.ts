import type { EventName } from '../../shared/ipc/channels.ts'
import { ok } from '../../shared/result.ts'
import type { PreloadBridge } from '../src/bridge-preload.ts'
import { APP, buildPayment, HISTORY, PAYMENTS, reference, TERMINALS, TIMELINE, UNRESOLVED } from './fixtures.ts'

/** A bridge without a core, for looking at screens: `scene` names a payment of the fixtures or a page. */
export function createFakeBridge(scene: string, options: URLSearchParams): PreloadBridge {
  const listeners = new Map<EventName, ((payload: unknown) => void)[]>()
  const emit = (name: EventName, payload: unknown) => listeners.get(name)?.forEach((listener) => listener(payload))
  let shown = PAYMENTS[scene] ?? null
  let version = 1
  const isEmpty = scene === 'empty'
  const app = () => ({
    ...APP,
    version: version++,
    mode: options.get('mode') ?? APP.mode,
    cloud: options.get('cloud') ?? APP.cloud,
    blocked: options.get('blocked'),
    shop: { ...APP.shop, locale: options.get('locale') ?? APP.shop.locale },
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
        case 'app:read':
          return ok(app())
        case 'terminal:list':
        case 'terminal:refresh': {
          const held = scene === 'held' ? { openPayment: UNRESOLVED[0]?.reference ?? null } : {}
          return ok({
            ...TERMINALS,
            terminals: TERMINALS.terminals.map((one, index) => (index === 0 ? { ...one, ...held } : one)),
          })
        }
        case 'history:list':
          return ok({ payments: isEmpty ? [] : HISTORY, cursor: null })
        case 'unresolved:list':
          return ok({ version: 1, payments: isEmpty ? [] : UNRESOLVED })
        case 'payment:read':
          return ok({
            payment: shown ?? HISTORY.find((one) => JSON.stringify(input).includes(one.reference)) ?? UNRESOLVED[0],
            timeline: TIMELINE,
          })
        case 'sale:start':
          if (scene === 'doubt') throw new Error('no answer')
          if (scene === 'refused')
            return {
              ok: false,
              error: { code: 'journal.unavailable', message: '', moneyState: 'notCharged', correlationId: '1' },
            }
          shown = buildPayment(
            { status: 'waiting', resultId: null, cancelRefused: false },
            { createdAt: Date.now(), amountMinor: readAmount(input) },
          )
          emit('app:changed', app())
          return ok(shown)
        case 'payment:leave':
          shown = null
          return ok(app())
        case 'payment:check':
        case 'payment:retry':
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

function readAmount(input: unknown): number {
  return typeof input === 'object' && input !== null && 'amountMinor' in input ? Number(input.amountMinor) : 0
}
