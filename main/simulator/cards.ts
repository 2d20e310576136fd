import { z } from 'zod'
import type { Random } from './random.ts'

export const cardSchema = z.object({
  schemeName: z.enum(['Visa', 'MasterCard', 'American Express']),
  lastFour: z.string().regex(/^\d{4}$/),
  tenderType: z.enum(['CREDIT', 'DEBIT']),
  expiryMMYY: z.string(),
})
export type Card = z.infer<typeof cardSchema>

/** What a person playing the customer may say about the card; the rest is drawn. */
export const cardChoiceSchema = cardSchema.pick({ schemeName: true, lastFour: true }).partial()
export type CardChoice = z.infer<typeof cardChoiceSchema>

const applications = {
  Visa: { aid: 'A0000000031010', label: 'VISA CREDIT' },
  MasterCard: { aid: 'A0000000041010', label: 'MASTERCARD' },
  'American Express': { aid: 'A000000025010801', label: 'AMEX' },
} as const

/** EMV application of a card: its identifier (9F06) and its label. */
export function applicationOf(card: Card): { aid: string; label: string } {
  return applications[card.schemeName]
}

/** The number as a result shows it: last four visible, eleven stars on Amex (handpoint-api.md §2.3). */
export function maskedNumber(card: Card): string {
  return '*'.repeat(card.schemeName === 'American Express' ? 11 : 12) + card.lastFour
}

/** A good card. Drawn anew per customer, so that the duplicate prompt stays the exception it is in a shop. */
export function drawCard(random: Random, choice: CardChoice = {}): Card {
  const drawn = random.next()
  const lastFour = random.digits(4)
  return {
    schemeName: choice.schemeName ?? (drawn < 0.5 ? 'Visa' : drawn < 0.9 ? 'MasterCard' : 'American Express'),
    lastFour: choice.lastFour ?? lastFour,
    tenderType: drawn < 0.6 ? 'CREDIT' : 'DEBIT',
    expiryMMYY: '0930',
  }
}

export function isSameCard(one: Card | null, other: Card | null): boolean {
  return one !== null && other !== null && one.schemeName === other.schemeName && one.lastFour === other.lastFour
}
