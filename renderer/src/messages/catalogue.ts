import type { ErrorCode } from '../../../shared/errors.ts'
import { toLanguage, type Language } from '../../../shared/languages.ts'
import type { DocumentKind, EventSource, TransactionEvent } from '../../../shared/transaction/events.ts'
import type { Operation } from '../../../shared/transaction/operations.ts'
import type { FinalStatus } from '../../../shared/transaction/terminal-result.ts'
import type { PaymentAction } from '../../../shared/transaction/view.ts'
import type { en } from './en.ts'

export type MessageId = keyof typeof en
/** As written. Building the page parses each message (`main/dev/page`): only `ui/text.ts` may read one. */
export type Catalogue = Readonly<Record<MessageId, string>>

type Worded =
  | `error.${ErrorCode}`
  | `event.${TransactionEvent['type']}`
  | `source.${EventSource}`
  | `outcome.${FinalStatus}`
  | `document.${DocumentKind}`
  | `operation.${Operation}`
  | `act.${PaymentAction}`

/**
 * Every code, event, source, outcome, document, operation and act has words: a new one without them does not compile. The
 * words of states, by what happens to the money, are looked up in `ui/state-words.ts` and `ui/payment-words.ts` in the same way.
 */
type WholeCatalogue = Catalogue & Readonly<Record<Worded, string>>

/** A language without words does not compile, and neither do words without a way to them. */
const CATALOGUES: Readonly<Record<Language, () => Promise<WholeCatalogue>>> = {
  en: () => import('./en.ts').then((module) => module.en),
  nl: () => import('./nl.ts').then((module) => module.nl),
  de: () => import('./de.ts').then((module) => module.de),
  fr: () => import('./fr.ts').then((module) => module.fr),
  es: () => import('./es.ts').then((module) => module.es),
  is: () => import('./is.ts').then((module) => module.is),
}

/** The locale that formatting can use: the shop's own, or English where it is not a BCP 47 tag. */
export function toUsableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** The words for a locale, by its language; English where there are none. Only one language is loaded. */
export function loadCatalogue(locale: string): Promise<Catalogue> {
  return CATALOGUES[toLanguage(toUsableLocale(locale))]()
}
