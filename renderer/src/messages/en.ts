import { approval } from './en/approval.ts'
import { errors } from './en/errors.ts'
import { frame } from './en/frame.ts'
import { history } from './en/history.ts'
import { lists } from './en/lists.ts'
import { listener } from './en/listener.ts'
import { meanings } from './en/meanings.ts'
import { money } from './en/money.ts'
import { moneyBack } from './en/money-back.ts'
import { payment } from './en/payment.ts'
import { printing } from './en/printing.ts'
import { receipts } from './en/receipts.ts'
import { preferences } from './en/preferences.ts'
import { sell } from './en/sell.ts'
import { states } from './en/states.ts'
import { timeline } from './en/timeline.ts'

/** English words, by subject. The money comes first, then what it means, then what to do; three money words only. */
export const en = {
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
} as const
