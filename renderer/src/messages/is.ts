import type { Catalogue } from './catalogue.ts'
import { approval } from './is/approval.ts'
import { errors } from './is/errors.ts'
import { frame } from './is/frame.ts'
import { history } from './is/history.ts'
import { lists } from './is/lists.ts'
import { listener } from './is/listener.ts'
import { meanings } from './is/meanings.ts'
import { money } from './is/money.ts'
import { moneyBack } from './is/money-back.ts'
import { payment } from './is/payment.ts'
import { printing } from './is/printing.ts'
import { receipts } from './is/receipts.ts'
import { preferences } from './is/preferences.ts'
import { sell } from './is/sell.ts'
import { states } from './is/states.ts'
import { timeline } from './is/timeline.ts'

/*
 * The fixed terms. The three money words are "gjaldfært", "ekki gjaldfært" and "ekki vitað enn", and no others.
 *
 *   charge           gjaldfæra, gjaldfærsla        approved    samþykkt
 *   refund           endurgreiða, endurgreiðsla    declined    hafnað
 *   reversal         bakfæra, bakfærsla            unresolved  óútkljáð
 *   terminal         posi                          settle      útkljá
 *   receipt          kvittun                       reference   tilvísun
 *   customer copy    eintak viðskiptavinar         manager     stjórnandi
 *   merchant copy    eintak verslunar              PIN         PIN-númer
 *   till             kassi                         tip         þjórfé
 *
 * "Afrit" is only what is printed once more and marked COPY. People are spoken to in the plural ("veljið"), buttons are
 * infinitives ("loka"). What is filled in stands in the nominative, behind a colon where the sentence would bend it;
 * amounts too, so that no participle has to agree with "kr.".
 */

/** Icelandic words, by subject, in the order of the English ones. */
export const is = {
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
