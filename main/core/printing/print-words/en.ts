import type { PrintWords } from '../print-words.ts'

/** English words that Paydesk puts on paper. */
export const en: PrintWords = {
  copy: 'COPY',
  practice: 'PRACTICE',
  practiceNote: 'No money moved. This is no receipt.',
  customerReceipt: 'Receipt',
  merchantReceipt: 'Merchant receipt',
  customerSlip: 'Payment slip',
  slip: {
    title: 'OUTCOME NOT KNOWN YET',
    amount: 'Amount asked for',
    started: 'Started',
    printed: 'Printed',
    terminal: 'Terminal',
    reference: 'Reference',
    customerReference: 'Order',
    meaning: 'We do not know yet whether your card was charged. This slip is no proof of payment.',
    happens: 'The shop goes on asking the bank until the outcome is known.',
    todo: 'Nothing is to be paid again until the shop says what became of it. Look at your account, and come back or call with this slip.',
    keep: 'Please keep this slip.',
  },
}
