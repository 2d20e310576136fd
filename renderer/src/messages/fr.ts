import type { Catalogue } from './catalogue.ts'
import { approval } from './fr/approval.ts'
import { errors } from './fr/errors.ts'
import { frame } from './fr/frame.ts'
import { history } from './fr/history.ts'
import { lists } from './fr/lists.ts'
import { listener } from './fr/listener.ts'
import { meanings } from './fr/meanings.ts'
import { money } from './fr/money.ts'
import { moneyBack } from './fr/money-back.ts'
import { payment } from './fr/payment.ts'
import { printing } from './fr/printing.ts'
import { receipts } from './fr/receipts.ts'
import { preferences } from './fr/preferences.ts'
import { sell } from './fr/sell.ts'
import { states } from './fr/states.ts'
import { timeline } from './fr/timeline.ts'

/**
 * French words, by subject, in the order of the English ones. Paper and screen say:
 *
 * - charge (to take a payment): encaisser; charged: débité; not charged: non débité, rien n’a été débité; not known yet: pas encore connu
 * - approved: accepté (a manager approves: approuver); declined: refusé; cancel (stop a running payment): abandonner
 * - refund: rembourser, remboursement; reversal (cancel the whole sale): annuler, annulation; held: réservé; capture: encaisser
 * - terminal: terminal; till: caisse; manager: responsable; PIN: PIN (a card’s: code); tip: pourboire; reference: référence
 * - receipt: ticket; customer copy: ticket client; merchant copy: ticket commerçant; copy: duplicata; customer slip: bordereau client
 * - settle: clore, clos par le responsable; unresolved: en suspens; evidence: preuves
 *
 * Before `;`, `!`, `?` and inside « » stands a narrow no-break space, before `:` a no-break one; a test keeps that.
 */
export const fr = {
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
