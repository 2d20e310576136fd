import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceSchema } from '../../../shared/ids.ts'
import { operationSchema } from '../../../shared/transaction/operations.ts'
import { finalStatusSchema } from '../../../shared/transaction/terminal-result.ts'
import { buildReceipt, type ReceiptFacts, type ReceiptOutcome } from './built-receipt.ts'
import { toReceiptHtml } from './built-receipt-html.ts'

const OUTCOME: ReceiptOutcome = {
  finStatus: 'AUTHORISED',
  transactionId: '66d94f20-efda-11ed-929c-47fffda5f9b5',
  totalAmountMinor: 4950,
  surchargeAmountMinor: 0,
  currency: 'EUR',
  statusMessage: 'Approved or completed successfully',
  errorMessage: null,
  card: {
    scheme: 'Visa',
    maskedNumber: '************1456',
    entry: 'CHIPCONTACTLESS',
    verification: 'NOT_REQUIRED',
    authorisationCode: '123456',
    issuerResponseCode: '00',
  },
  rrn: '0000511573740',
  batchNumber: '123',
  happenedAt: Date.UTC(2026, 2, 4, 9, 5, 7),
  aid: 'A0000000031010',
  tvr: '0000000000',
  tsi: '0000',
  iad: '1F4363',
  arc: '0000',
  applicationLabel: 'VISA CLASICA',
  merchantName: 'Bakery Van Dam',
  merchantAddress: 'Main street 1, Utrecht',
  mid: '777',
  tid: '888',
  tenderType: 'CREDIT',
}

/** As the status service tells it: most of what a receipt wants is empty there (handpoint-api.md §2.4). */
const STATUS_ONLY: ReceiptOutcome = {
  ...OUTCOME,
  statusMessage: null,
  card: { ...OUTCOME.card, verification: 'UNDEFINED', entry: 'UNDEFINED' },
  happenedAt: null,
  arc: '00',
  aid: null,
  tvr: '',
  merchantName: null,
  merchantAddress: null,
  mid: null,
  tid: null,
  tenderType: 'NOT_SET',
}

type Change = Partial<Omit<ReceiptFacts, 'shown' | 'intent'>> & {
  shown?: Partial<ReceiptFacts['shown']>
  intent?: Partial<ReceiptFacts['intent']>
}

function facts({ shown, intent, ...rest }: Change = {}): ReceiptFacts {
  return {
    outcome: OUTCOME,
    shopName: 'Corner shop',
    locale: 'en',
    timeZone: 'Europe/Amsterdam',
    copy: 'customer',
    ...rest,
    intent: {
      reference: referenceSchema.parse('0f3f3c0e-3f5e-4b6e-8b0e-0123456789ab'),
      number: 1042,
      operation: 'sale',
      currency: 'EUR',
      terminal: { serialNumber: '0821045780', terminalType: 'PAXA920' },
      customerReference: 'Table 4',
      createdAt: Date.UTC(2026, 2, 4, 9, 4, 0),
      ...intent,
    },
    shown: { moneyState: 'charged', chargedMinor: 4950, tipMinor: 450, dueMinor: 0, basis: 'terminal', ...shown },
  }
}

const DECLINED: Change = { shown: { moneyState: 'notCharged', chargedMinor: null, tipMinor: 0, dueMinor: 0 } }

/** The receipt as it would be read: no-break spaces as spaces, a mark for emphasis. */
function paper(change: Change = {}): string[] {
  const mark = { plain: '', strong: '! ', headline: '!! ' }
  return buildReceipt(facts(change)).map(({ label, value, emphasis }) =>
    `${mark[emphasis]}${label === null ? '' : `${label}: `}${value}`.replaceAll(/\s/g, ' '),
  )
}

const valueOf = (change: Change, id: string): string | undefined =>
  buildReceipt(facts(change))
    .find((line) => line.id === id)
    ?.value.replaceAll(/\s/g, ' ')

test('an approved sale has all that Handpoint asks of a receipt', () => {
  expect(paper()).toEqual([
    '!! Bakery Van Dam',
    'Main street 1, Utrecht',
    '! CUSTOMER COPY',
    'Transaction: Sale',
    '!! Result: APPROVED',
    '!! Total: €49.50',
    'Of which tip: €4.50',
    'Card: Visa',
    'Card number: **** 1456',
    'Application: VISA CLASICA',
    'Account: Credit',
    'Card read by: Contactless',
    'Verified by: Not required',
    'Approval code: 123456',
    'Response code: 00',
    'Message: Approved or completed successfully',
    'AID: A0000000031010',
    'TVR: 0000000000',
    'TSI: 0000',
    'IAD: 1F4363',
    'ARC: 0000',
    'Receipt no.: 1042',
    'Date and time: Mar 4, 2026, 10:05:07 GMT+1',
    'Terminal: 0821045780',
    'Merchant ID: 777',
    'Terminal ID: 888',
    'Transaction ID: 66d94f20-efda-11ed-929c-47fffda5f9b5',
    'Retrieval reference: 0000511573740',
    'Batch: 123',
    'Reference: 0f3f3c0e-3f5e-4b6e-8b0e-0123456789ab',
    'Customer reference: Table 4',
    'Made by the till: the terminal’s own receipt is not available.',
    'Please keep this receipt.',
  ])
})

test('a sale that only the status service knows says that the terminal did not confirm it', () => {
  expect(
    paper({ outcome: STATUS_ONLY, shown: { basis: 'status', tipMinor: 0 }, locale: 'nl', copy: 'merchant' }),
  ).toEqual([
    '!! Corner shop',
    '! KOPIE WINKEL',
    'Transactie: Verkoop',
    '!! Uitslag: GOEDGEKEURD',
    '!! Totaal: € 49,50',
    '! Niet bevestigd door de terminal.',
    'Kaart: Visa',
    'Kaartnummer: **** 1456',
    'Toepassing: VISA CLASICA',
    'Autorisatiecode: 123456',
    'Antwoordcode: 00',
    'TSI: 0000',
    'IAD: 1F4363',
    'Bonnummer: 1042',
    'Begonnen: 4 mrt 2026, 10:04:00 CET',
    'Terminal: 0821045780',
    'Transactie-ID: 66d94f20-efda-11ed-929c-47fffda5f9b5',
    'Banknummer (RRN): 0000511573740',
    'Batch: 123',
    'Referentie: 0f3f3c0e-3f5e-4b6e-8b0e-0123456789ab',
    'Klantreferentie: Table 4',
    'Gemaakt door de kassa: de bon van de terminal zelf is er niet.',
    'Bewaar deze bon.',
  ])
})

test('a declined sale shows its amount as not charged, and no approval code', () => {
  const outcome = { ...OUTCOME, finStatus: 'DECLINED', statusMessage: 'Refused', errorMessage: 'CARD BLOCKED' } as const
  expect(paper({ ...DECLINED, outcome }).slice(3, 15)).toEqual([
    'Transaction: Sale',
    '!! Result: DECLINED',
    'Amount, not charged: €49.50',
    '! Nothing was charged.',
    'Card: Visa',
    'Card number: **** 1456',
    'Application: VISA CLASICA',
    'Account: Credit',
    'Card read by: Contactless',
    'Verified by: Not required',
    'Message: Refused',
    'AID: A0000000031010',
  ])
  expect(paper({ ...DECLINED, outcome, copy: 'merchant' })).toContain('Message: CARD BLOCKED')
})

test('a partial approval shows what was charged and what is still to pay', () => {
  const outcome = { ...OUTCOME, finStatus: 'PARTIAL_APPROVAL', totalAmountMinor: 3000 } as const
  const lines = paper({ outcome, shown: { chargedMinor: 3000, tipMinor: 0, dueMinor: 1500 } })
  expect(lines.slice(4, 7)).toEqual(['!! Result: PARTLY APPROVED', '!! Total: €30.00', '! Still to pay: €15.00'])
})

describe('the result never says more than is known', () => {
  test('an approval that was undone is a cancellation', () => {
    expect(paper(DECLINED)).toContain('!! Result: CANCELLED')
    expect(paper(DECLINED).join()).not.toMatch(/Total|Approv/)
  })

  test('an approval in doubt has neither result nor total', () => {
    const lines = paper({ shown: { moneyState: 'unknown', basis: null } })
    expect(lines.slice(3, 7)).toEqual([
      'Transaction: Sale',
      '!! The outcome is not known yet.',
      '! Not confirmed by the terminal.',
      'Card: Visa',
    ])
    expect(lines.join()).not.toMatch(/APPROVED|Total|Approv/)
  })

  test('what a manager called charged against the terminal carries no result of the terminal', () => {
    const outcome = { ...OUTCOME, finStatus: 'DECLINED' } as const
    expect(paper({ outcome, shown: { basis: null } }).join()).not.toContain('DECLINED')
  })

  test('a proof that nothing was charged needs no outcome', () => {
    expect(paper({ ...DECLINED, outcome: null, shown: { ...DECLINED.shown, basis: null } })).toEqual([
      '!! Corner shop',
      '! CUSTOMER COPY',
      'Transaction: Sale',
      '! Nothing was charged.',
      '! Not confirmed by the terminal.',
      'Receipt no.: 1042',
      'Started: Mar 4, 2026, 10:04:00 GMT+1',
      'Terminal: 0821045780',
      'Reference: 0f3f3c0e-3f5e-4b6e-8b0e-0123456789ab',
      'Customer reference: Table 4',
      'Made by the till: the terminal’s own receipt is not available.',
      'Please keep this receipt.',
    ])
  })

  test('a refund that failed was not "charged"', () => {
    const outcome = { ...OUTCOME, finStatus: 'FAILED' } as const
    const lines = paper({ ...DECLINED, outcome, intent: { operation: 'refund' } })
    expect(lines.slice(3, 7)).toEqual([
      'Transaction: Refund',
      '!! Result: FAILED',
      'Amount, not refunded: €49.50',
      '! Nothing was refunded.',
    ])
  })

  test('every operation, result and state of the money has words in both languages', () => {
    for (const locale of ['en', 'nl-BE', 'de'])
      for (const operation of operationSchema.options)
        for (const finStatus of finalStatusSchema.options)
          for (const moneyState of ['charged', 'notCharged', 'unknown', 'none'] as const) {
            const outcome = { ...OUTCOME, finStatus }
            const lines = buildReceipt(facts({ locale, outcome, intent: { operation }, shown: { moneyState } }))
            expect(lines.every(({ value, label }) => value !== '' && label !== '')).toBe(true)
            const isSaidPaid = lines.some(({ id }) => id === 'total')
            expect(isSaidPaid).toBe(moneyState === 'charged')
          }
  })
})

test.each([
  ['ISK', 4500, 'ISK 4,500'],
  ['JPY', 4500, '¥4,500'],
  ['BHD', 4500, 'BHD 4.500'],
  ['EUR', 999_999_999_998, '€9,999,999,999.98'],
])('an amount in %s has that currency’s decimals', (currency, chargedMinor, written) => {
  const change = { outcome: { ...OUTCOME, currency }, shown: { chargedMinor, tipMinor: 0 } }
  expect(valueOf(change, 'total')).toBe(written)
})

test('a currency that is none is not written: the operation’s own is', () => {
  for (const currency of ['Unknown', '', null])
    expect(valueOf({ outcome: { ...OUTCOME, currency } }, 'total')).toBe('€49.50')
})

describe('a time whose zone nobody knows', () => {
  const told = { ...STATUS_ONLY, gatewayTime: '20260304090507123' }

  test('is printed as the gateway’s, beside when the till began', () => {
    expect(valueOf({ outcome: told }, 'gatewayTime')).toBe('2026-03-04 09:05:07')
    expect(valueOf({ outcome: told }, 'startedAt')).toBeDefined()
    expect(valueOf({ outcome: told }, 'time')).toBeUndefined()
  })

  test('is not printed where there is a better one, or none', () => {
    expect(valueOf({ outcome: { ...told, happenedAt: OUTCOME.happenedAt } }, 'gatewayTime')).toBeUndefined()
    expect(valueOf({ outcome: STATUS_ONLY }, 'gatewayTime')).toBeUndefined()
  })
})

describe('a card number', () => {
  test.each([
    ['4111111111111111', '**** 1111'],
    ['***********0005', '**** 0005'],
    ['411111******1111', '**** 1111'],
    ['1456', '**** 1456'],
    ['***', undefined],
    [null, undefined],
  ])('that came as %s is printed as %s', (maskedNumber, printed) => {
    expect(valueOf({ outcome: { ...OUTCOME, card: { ...OUTCOME.card, maskedNumber } } }, 'number')).toBe(printed)
  })

  test('is not what a shop, a terminal and a payment are known by at the bank', () => {
    const [fifteen, thirteen] = ['378282246310005', '4222222222222']
    const change = {
      outcome: { ...OUTCOME, mid: fifteen, tid: thirteen, rrn: thirteen },
      intent: { terminal: { serialNumber: fifteen, terminalType: 'PAXA920' } },
    }
    expect(['merchantId', 'terminalId', 'rrn', 'terminal'].map((id) => valueOf(change, id))).toEqual([
      fifteen,
      thirteen,
      thirteen,
      fifteen,
    ])
    expect(valueOf({ outcome: { ...OUTCOME, mid: '4111 1111 1111 1111' } }, 'merchantId')).toBe('**** **** **** 1111')
  })

  test('that may be the gateway’s id is masked on paper all the same', () => {
    expect(valueOf({ outcome: { ...OUTCOME, transactionId: '4000000000000002' } }, 'transaction')).toBe(
      '************0002',
    )
  })

  test('in any other field is masked', () => {
    const statusMessage = 'Card 4111 1111 1111 1111 refused'
    expect(valueOf({ outcome: { ...OUTCOME, statusMessage } }, 'message')).toBe('Card **** **** **** 1111 refused')
  })
})

describe('text from the wire', () => {
  test('is escaped, and is one line without tricks of direction', () => {
    const merchantName = '<img src=x onerror="alert(1)">\n&amp;\u202eevil\u0000\'</div>'
    const html = toReceiptHtml(buildReceipt(facts({ outcome: { ...OUTCOME, merchantName } })))
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp;amp;evil&#39;&lt;/div&gt;')
  })

  test('that is a name of JavaScript’s own is printed as it is', () => {
    for (const entry of ['constructor', '__proto__', 'toString'])
      expect(valueOf({ outcome: { ...OUTCOME, card: { ...OUTCOME.card, entry } } }, 'entry')).toBe(entry)
  })

  test('is cut at 200 characters', () => {
    expect(valueOf({ outcome: { ...OUTCOME, statusMessage: '😀'.repeat(400) } }, 'message')).toBe('😀'.repeat(200))
  })

  test('never makes a tag or an attribute of its own', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<b>', '"><p class="', '&lt;', ']]>', '<!--'))
    const tag = /<(?:\/?(?:div|p|span)|(?:div|p|span) class="[a-z ]+")>/g
    fc.assert(
      fc.property(text, text, text, (statusMessage, merchantName, scheme) => {
        const outcome = { ...OUTCOME, statusMessage, merchantName, card: { ...OUTCOME.card, scheme } }
        const html = toReceiptHtml(buildReceipt(facts({ outcome, shopName: statusMessage })))
        expect(html.replaceAll(tag, '')).not.toMatch(/[<>"']/)
        expect(html.match(/<div/g)).toHaveLength(5)
      }),
    )
  })
})

test('the HTML is the small subset of Handpoint’s own receipts', () => {
  const lines = buildReceipt(facts({ ...DECLINED, outcome: null }))
  expect(toReceiptHtml(lines).split('\n').slice(0, 6)).toEqual([
    '<div><p class="center bold large">Corner shop</p>',
    '<p class="center bold">CUSTOMER COPY</p>',
    '<div class="separator solid"></div>',
    '<p><span class="left">Transaction</span> <span class="right">Sale</span></p>',
    '<p class="center bold">Nothing was charged.</p>',
    '<div class="separator solid"></div>',
  ])
})
