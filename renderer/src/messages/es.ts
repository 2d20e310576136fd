import type { Catalogue } from './catalogue.ts'
import { approval } from './es/approval.ts'
import { errors } from './es/errors.ts'
import { frame } from './es/frame.ts'
import { history } from './es/history.ts'
import { lists } from './es/lists.ts'
import { listener } from './es/listener.ts'
import { meanings } from './es/meanings.ts'
import { money } from './es/money.ts'
import { moneyBack } from './es/money-back.ts'
import { payment } from './es/payment.ts'
import { preferences } from './es/preferences.ts'
import { printing } from './es/printing.ts'
import { receipts } from './es/receipts.ts'
import { sell } from './es/sell.ts'
import { states } from './es/states.ts'
import { timeline } from './es/timeline.ts'

/*
 * Fixed terms. Money: cobrado (charged), no cobrado (not charged), aún no se sabe (not known yet); for money back devuelto /
 * no devuelto, for a reversal anulado / no anulado, for a hold retenido / no retenido.
 * charge = cobrar · refund = devolución, devolver · reversal (cancel the whole sale, take back) = anulación, anular ·
 * cancel (stop a running payment) = cancelar · terminal = el terminal · receipt = recibo · customer copy = copia cliente ·
 * merchant copy = copia comercio · COPY (reprint) = DUPLICADO · customer slip = resguardo · till = caja · shop = comercio ·
 * settle = resolver · unresolved = sin resolver · declined = denegado · approved (by the bank) = aprobado ·
 * approve (by a manager) = autorizar · reference = referencia · manager = encargado · PIN = PIN · tip = propina ·
 * amount = importe · capture = capturar. States are masculine whatever they stand beside; people are addressed as usted.
 */

/** Spanish words, by subject, in the order of the English ones. */
export const es = {
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
