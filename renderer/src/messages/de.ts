import type { Catalogue } from './catalogue.ts'
import { approval } from './de/approval.ts'
import { errors } from './de/errors.ts'
import { frame } from './de/frame.ts'
import { history } from './de/history.ts'
import { lists } from './de/lists.ts'
import { listener } from './de/listener.ts'
import { meanings } from './de/meanings.ts'
import { money } from './de/money.ts'
import { moneyBack } from './de/money-back.ts'
import { payment } from './de/payment.ts'
import { preferences } from './de/preferences.ts'
import { printing } from './de/printing.ts'
import { receipts } from './de/receipts.ts'
import { sell } from './de/sell.ts'
import { states } from './de/states.ts'
import { timeline } from './de/timeline.ts'

/*
 * One German word for each thing, everywhere:
 *
 * charged: (Karte) belastet · not charged: (Karte) nicht belastet · not known yet: noch nicht bekannt
 *
 * charge: kassieren · refund: Erstattung, erstatten · reversal, cancel the whole sale, take back: Storno, stornieren
 * cancel a running payment: abbrechen · hold: reservieren · capture: buchen · tip: Trinkgeld
 * approved (by the bank): genehmigt · approved (by a manager): freigegeben · declined: abgelehnt
 * unresolved: ungeklärt · settle: klären · proved: bewiesen · confirmed: bestätigt
 * terminal: Terminal · till: Kasse · receipt: Beleg · customer copy: Kundenbeleg · merchant copy: Händlerbeleg
 * customer slip: Kundenzettel · reference: Referenz · manager: Manager · PIN: PIN
 *
 * People are addressed as "Sie". A sign of omission stands after a no-break space, as Duden has it.
 */

/** German words, by subject, in the order of the English ones. */
export const de = {
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
