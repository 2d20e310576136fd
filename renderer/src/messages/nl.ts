import type { Catalogue } from './catalogue.ts'
import { approval } from './nl/approval.ts'
import { errors } from './nl/errors.ts'
import { frame } from './nl/frame.ts'
import { history } from './nl/history.ts'
import { lists } from './nl/lists.ts'
import { listener } from './nl/listener.ts'
import { meanings } from './nl/meanings.ts'
import { money } from './nl/money.ts'
import { moneyBack } from './nl/money-back.ts'
import { payment } from './nl/payment.ts'
import { printing } from './nl/printing.ts'
import { receipts } from './nl/receipts.ts'
import { preferences } from './nl/preferences.ts'
import { sell } from './nl/sell.ts'
import { states } from './nl/states.ts'
import { timeline } from './nl/timeline.ts'

/** Dutch words, by subject, in the order of the English ones. */
export const nl = {
  ...frame,
  ...listener,
  ...sell,
  ...preferences,
  ...money,
  ...states,
  ...meanings,
  ...payment,
  ...timeline,
  ...receipts,
  ...printing,
  ...history,
  ...lists,
  ...approval,
  ...moneyBack,
  ...errors,
} as const satisfies Catalogue
