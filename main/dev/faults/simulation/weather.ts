import type { Lots } from '../../../testing/lots.ts'

/** How bad it is, as probabilities per message or per await point (safety §2, L1). */
export interface Weather {
  loss: number
  duplicate: number
  delay: number
  longDelay: number
  /** 5xx, 401, 403, 429, and a reset connection instead of the answer. */
  wrongStatus: number
  malformed: number
  /** No connection comes to be: the shop's internet is down. */
  unsent: number
  crash: number
  ioError: number
}

export const CALM: Weather = {
  loss: 0,
  duplicate: 0,
  delay: 0,
  longDelay: 0,
  wrongStatus: 0,
  malformed: 0,
  unsent: 0,
  crash: 0,
  ioError: 0,
}

/**
 * Each kind of fault is absent from most schedules, so that each is also seen without the others, and one schedule in three has
 * none of these at all: there the terminal, the customer and the people make the trouble.
 */
export function drawWeather(lots: Lots): Weather {
  if (lots.chance(0.33)) return CALM
  const maybe = (probability: number, most: number): number => (lots.chance(probability) ? most * lots.unit() : 0)
  return {
    loss: maybe(0.3, 0.5),
    duplicate: maybe(0.3, 0.2),
    delay: maybe(0.4, 0.4),
    longDelay: maybe(0.3, 0.02),
    wrongStatus: maybe(0.3, 0.3),
    malformed: maybe(0.3, 0.3),
    unsent: maybe(0.15, 0.3),
    crash: maybe(0.4, 0.06),
    ioError: maybe(0.1, 0.05),
  }
}

const HUGE = `{"finStatus":"AUTHORISED","customerReceipt":"${'x'.repeat(4_000)}`

/** A body as a broken proxy or a broken service would send it. */
export function garble(body: string, lots: Lots): string {
  switch (lots.below(8)) {
    case 0:
      return body.slice(0, lots.below(body.length))
    case 1:
      return ''
    case 2:
      return '<html><body><h1>502 Bad Gateway</h1></body></html>'
    case 3:
      return HUGE
    case 4:
      return body.replace(/"finStatus":"[A-Z_]+"/, '"finStatus":7')
    case 5:
      return body.replace(/"totalAmount":[0-9]+/, '"totalAmount":"4500"')
    case 6:
      return lots.pick(['null', '[]', '42', '"AUTHORISED"', '{}', '[[]]'])
    default:
      return body.replace(/"transactionResultId":"[^"]*"/, '"transactionResultId":{}')
  }
}
