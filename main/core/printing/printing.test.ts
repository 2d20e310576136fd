import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reference } from '../../../shared/ids.ts'
import { createPlainHistory } from '../../testing/plain-history.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'
import { createRoutes } from '../ipc/routes.ts'
import type { Letter } from '../mail/mailer.ts'
import { createRandomIds } from '../system/ids.ts'
import { maskCardNumbers } from '../system/mask-card-numbers.ts'
import { openJobStore } from './job-store.ts'
import { readPrinterChoices } from './printer-choices.ts'
import type { PrintDocument, Printer } from './printer-port.ts'
import { createPrinting, type Printing } from './printing.ts'

let rig: Rig
let folder = ''
let paper: { document: PrintDocument; printer: string }[] = []
let letters: Letter[] = []

beforeEach(async () => {
  rig = await createRig()
  folder = mkdtempSync(join(tmpdir(), 'paydesk-printing-'))
  paper = []
  letters = []
})
afterEach(() => {
  rig.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const PRINTER: Printer = {
  list: async () => ({
    ok: true,
    value: ['Counter', 'Office'].map((name) => ({ name, label: name, isDefault: name === 'Counter', status: 'ready' })),
  }),
  print: async (document, printer) => {
    paper.push({ document, printer })
    return { ok: true, value: null }
  },
  toPdf: async () => ({ ok: true, value: new Uint8Array([37]) }),
  savePdf: async () => ({ ok: true, value: { type: 'handedOver' } }),
}

interface Shop {
  printer?: Partial<Printer>
  isPractice?: boolean
  canMail?: boolean
}

function openPrinting({ printer = {}, isPractice = false, canMail = true }: Shop = {}): Printing {
  const { desk, journal } = rig.till()
  const { clock } = rig
  const store = openJobStore(join(folder, 'jobs.sqlite'), clock.now())
  if (!store.ok) throw new Error(store.error)
  const ignore = (): void => undefined
  return createPrinting({
    journal,
    documents: desk.documents,
    store: store.value.store,
    choices: readPrinterChoices(join(folder, 'printers.json'), clock.now()),
    printer: { ...PRINTER, ...printer },
    mailer: canMail
      ? {
          send: async (letter) => {
            letters.push(letter)
            return { ok: true, value: null }
          },
        }
      : null,
    clock: { now: clock.now, monotonicMs: clock.now, setTimer: clock.setTimer },
    ids: createRandomIds(),
    log: { info: ignore, warn: ignore, error: ignore },
    shop: () => desk.till.snapshot(0).shop,
    isPractice,
    terminalName: (row) => desk.readPayment(row).terminalName,
    nextVersion: desk.hub.nextVersion,
    onJobs: ignore,
  })
}

async function sell(): Promise<Reference> {
  const { reference } = await rig.till().charge()
  await rig.clock.advance(10_000)
  expect((await rig.till().read(reference)).state.status).toBe('approved')
  return reference
}

test('printers that throw, refuse or never answer change nothing: the next sale is approved and every receipt is accounted for', async () => {
  const ways: Printer['print'][] = [
    () => Promise.reject(new Error('driver')),
    () => Promise.resolve({ ok: false, error: { problem: 'printerRefused', text: 'no' } }),
    () => new Promise(() => undefined),
    () => {
      throw new Error('not even a promise')
    },
  ]
  for (const print of ways) {
    const printing = openPrinting({ printer: { print } })
    const reference = await sell()
    const started = await printing.start(reference, 'customerReceipt', null)
    expect(started).toMatchObject({ ok: true, value: { to: 'Counter' } })
    await sell()
    await rig.clock.advance(600_000)
    const [job] = printing.jobs().jobs
    expect(['failed', 'uncertain']).toContain(job?.state)
    expect(printing.jobs().waiting).toBe(1)
    if (job !== undefined) printing.dismiss(job.id)
    await rig.clock.advance(0)
  }
})

test('a receipt goes to the chosen printer on its paper, and by mail with the same document and its text', async () => {
  const printing = openPrinting()
  const reference = await sell()
  await printing.choose('Office', '58mm', true)
  await printing.start(reference, 'customerReceipt', null)
  await rig.clock.advance(0)
  expect(paper.map(({ printer, document }) => [printer, document.widthMm])).toEqual([['Office', 58]])
  expect(paper[0]?.document.html).toContain('€45.00')
  await printing.mail(reference, 'customerReceipt', 'anna@home.example')
  await rig.clock.advance(0)
  expect(letters).toMatchObject([{ to: 'anna@home.example', subject: expect.stringMatching(/^Receipt 1, /) }])
  expect(letters[0]?.text).toMatch(/^COPY$/m)
  expect(letters[0]?.text).toContain('€45.00')
  expect(letters[0]?.html).toContain('COPY')
  // Nothing of a card but its last four digits.
  const letter = `${letters[0]?.text ?? ''}${letters[0]?.html ?? ''}`
  expect(maskCardNumbers(letter)).toBe(letter)
})

test('preview, PDF and paper are one document; saving it makes the next one a copy, giving it up does not', async () => {
  const placing: { type: 'cancelled' | 'handedOver' }[] = [{ type: 'cancelled' }, { type: 'handedOver' }]
  const made: PrintDocument[] = []
  const printing = openPrinting({
    printer: {
      toPdf: async (document) => {
        made.push(document)
        return { ok: true, value: new Uint8Array([37]) }
      },
      savePdf: async () => ({ ok: true, value: placing.shift() ?? { type: 'cancelled' } }),
    },
  })
  const reference = await sell()
  const preview = await printing.preview(reference, 'merchantReceipt', 'a4')
  expect(await printing.pdf(reference, 'merchantReceipt', 'a4')).toMatchObject({ value: { type: 'cancelled' } })
  expect(made[0]?.html).toBe(preview.ok ? preview.value.html : '')
  expect(await printing.pdf(reference, 'merchantReceipt', 'a4')).toMatchObject({
    value: { type: 'file', name: 'Merchant-receipt-1.pdf' },
  })
  expect(made[1]?.html).toBe(made[0]?.html)
  expect(await printing.preview(reference, 'merchantReceipt', 'a4')).toMatchObject({ value: { isCopy: true } })
})

test('every practised receipt is marked, on paper and in a letter', async () => {
  const printing = openPrinting({ isPractice: true })
  const reference = await sell()
  await printing.start(reference, 'customerReceipt', 'Counter')
  await printing.mail(reference, 'merchantReceipt', 'anna@home.example')
  await rig.clock.advance(0)
  expect(paper[0]?.document.html).toContain('PRACTICE')
  expect(letters[0]?.text).toContain('PRACTICE')
})

test('a terminal prints the first as it is and marks every later one', async () => {
  const printing = openPrinting()
  const reference = await sell()
  const print = (token: string) => printing.markForTerminal('<p>Total</p>', reference, 'customerReceipt', token)
  expect(print('one')).toBe('<p>Total</p>')
  // The same press, delivered once more, is the same print.
  expect(print('one')).toBe('<p>Total</p>')
  expect(print('two').match(/COPY/g)).toHaveLength(2)
})

test('a print that the till refused was no print: the next one is not called a copy', async () => {
  const { desk, journal } = rig.till()
  const printing = openPrinting()
  const routes = createRoutes(desk, journal, createPlainHistory(journal), printing)
  const original = await sell()
  const unknown = { serialNumber: '000000000', terminalType: 'PAXA920' }
  const press = { operation: 'printReceipt', requestKey: randomUUID(), original, copy: 'customer' }
  expect(await routes['operation:start']({ ...press, terminal: unknown })).toMatchObject({ ok: false })
  expect(await printing.preview(original, 'customerReceipt', 'a4')).toMatchObject({ value: { isCopy: false } })
  expect(await routes['operation:start']({ ...press, terminal: TERMINAL })).toMatchObject({ ok: true })
  expect(await printing.preview(original, 'customerReceipt', 'a4')).toMatchObject({ value: { isCopy: true } })
})

test('what waited for its printer while the terminal took its word back is not printed as it was', async () => {
  rig.simulator.control.setOptions({ receipts: 'html' })
  const printing = openPrinting({ printer: { print: failOnce() } })
  const reference = await sell()
  const readPaper = (): Promise<unknown> => rig.till().call('document:read', { reference, kind: 'customerReceipt' })
  await expect.poll(readPaper).toMatchObject({ ok: true, value: { html: expect.stringContaining('AUTHORISED') } })
  await printing.start(reference, 'customerReceipt', 'Counter')
  await expect.poll(() => printing.jobs().jobs).toMatchObject([{ state: 'queued', problem: 'printerRefused' }])
  const body = { finStatus: 'DECLINED', type: 'SALE', transactionReference: reference, requestedAmount: 4500 }
  const wire = { ...body, totalAmount: 4500, currency: 'EUR', serialNumber: TERMINAL.serialNumber }
  expect(rig.till().desk.callbackSink.deliver(reference, JSON.stringify(wire))).toBe('stored')
  expect((await rig.till().read(reference)).state.status).toBe('conflict')
  await rig.clock.advance(3_000)
  // The gateway's files have the last word by now: what is printed says that, and is not the terminal's paper.
  await expect.poll(() => paper).toHaveLength(1)
  expect(paper[0]?.document.html).not.toContain('AUTHORISED')
})

function failOnce(): Printer['print'] {
  let isFirst = true
  return (document, printer) => {
    if (!isFirst) return PRINTER.print(document, printer)
    isFirst = false
    return Promise.resolve({ ok: false, error: { problem: 'printerRefused', text: 'no paper' } })
  }
}

test('what cannot be printed is refused with its reason', async () => {
  const printing = openPrinting({ canMail: false, printer: { list: async () => ({ ok: true, value: [] }) } })
  expect(printing.last()).toEqual({ ok: true, value: { reference: null } })
  const reference = await sell()
  expect(printing.last()).toEqual({ ok: true, value: { reference } })
  expect(await printing.start(reference, 'customerReceipt', null)).toMatchObject({ error: { code: 'printer.none' } })
  expect(await printing.start(reference, 'customerSlip', 'X')).toMatchObject({ error: { code: 'slip.notNeeded' } })
  expect(await printing.mail(reference, 'customerReceipt', 'a@b.example')).toMatchObject({
    error: { code: 'mail.off' },
  })
  expect(printing.retry('none', null)).toMatchObject({ error: { code: 'job.missing' } })
  const { reference: open } = await rig.till().charge()
  expect(await printing.start(open, 'customerReceipt', 'X')).toMatchObject({ error: { code: 'document.missing' } })
})
