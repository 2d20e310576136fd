import { createRoot } from 'react-dom/client'
import { App } from '../src/app/app.tsx'
import { askApproval } from '../src/app/approvals.ts'
import { listen } from '../src/app/listen.ts'
import { openMoneyBack } from '../src/app/money-back-store.ts'
import { openPage, openPayment, openSettlement, showKeys, showPreferences } from '../src/app/page-store.ts'
import { openReceipt, showJobs } from '../src/app/receipt-store.ts'
import { connectPreload } from '../src/bridge-preload.ts'
import { Desk } from '../src/desk.ts'
import type { Reference } from '../../shared/ids.ts'
import { createFakeBridge } from './fake-bridge.ts'
import { HISTORY, PAYMENTS, UNANSWERED, UNRESOLVED } from './fixtures.ts'
import type { GalleryAct, GalleryState } from './gallery-states.ts'

/** The whole page over a bridge without a core, with the page and the panel open that are asked for. */
export function openScene(root: HTMLElement, options: URLSearchParams): void {
  const scene = options.get('scene') ?? 'sell'
  const desk = new Desk(connectPreload(createFakeBridge(scene, options)))
  listen(desk)
  const page = options.get('page')
  if (page === 'history' || page === 'unresolved' || page === 'refund') openPage(page)
  const opened = page === 'open' ? UNRESOLVED[1] : HISTORY[Number(options.get('row') ?? 0)]
  if ((page === 'payment' || page === 'open') && opened !== undefined) openPayment(opened.reference)
  const about = (PAYMENTS[scene] ?? opened)?.reference
  if (page === 'unanswered') openPayment(UNANSWERED.reference)
  if (about !== undefined) openPanel(options.get('panel') ?? '', about)
  createRoot(root).render(<App desk={desk} />)
}

function openPanel(panel: string, reference: Reference): void {
  switch (panel) {
    case 'refund':
    case 'reversal':
    case 'tip':
      return openMoneyBack({ act: panel, reference })
    case 'unlinkedRefund':
      return openMoneyBack({ act: panel })
    case 'receipt':
      return openReceipt(reference)
    case 'jobs':
      return showJobs(true)
    case 'settle':
      return openSettlement(reference)
    case 'preferences':
      return showPreferences(true)
    case 'keys':
      return showKeys(true)
    case 'approval':
      return void askApproval({
        subject: { act: 'settlementCharged', amountMinor: 4500, reference },
        what: 'Settle a payment as charged',
        amount: '€45.00',
        reason: null,
      })
    default:
  }
}

/** One state of the gallery; `html[data-ready]` names it once it looks as it is meant to. */
export function openGalleryState(
  root: HTMLElement,
  { id, query, acts, shows }: GalleryState,
  given: URLSearchParams,
): void {
  const options = new URLSearchParams(query)
  for (const [name, value] of given) options.set(name, value)
  openScene(root, options)
  void makeReady(id, acts, shows)
}

async function makeReady(id: string, acts: readonly GalleryAct[], shows: string): Promise<void> {
  await appear('header ~ main')
  if (acts.length > 0) await pass(ARMED_MS)
  for (const act of acts) {
    // oxlint-disable-next-line no-await-in-loop -- as a person does it: one after the other
    await carryOut(act)
  }
  await appear(shows)
  // Nothing says that it is asleep any more.
  await pass(ARMED_MS)
  document.documentElement.dataset['ready'] = id
}

async function carryOut(act: GalleryAct): Promise<void> {
  if ('type' in act) return typeIn(act.type)
  if ('press' in act) return pressOn(await appear(`:is(${act.press}):not([aria-disabled=true])`))
  const found = await appear(act.look)
  // What it holds has drawn itself by then.
  await pass(ARMED_MS)
  found.scrollIntoView({ block: 'start' })
}

/** After a screen change nothing is pressed for a moment. */
const ARMED_MS = 600
const LOOK_AGAIN_MS = 20

function pass(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}

async function appear(selector: string): Promise<HTMLElement> {
  const found = document.querySelector<HTMLElement>(selector)
  if (found !== null) return found
  await pass(LOOK_AGAIN_MS)
  return appear(selector)
}

function pressOn(control: HTMLElement): void {
  control.focus()
  control.click()
}

const NAMED: Readonly<Record<string, string>> = { '\n': 'Enter', '\u001b': 'Escape' }

/** Slower than a scanner. */
const KEY_MS = 60

async function typeIn(text: string): Promise<void> {
  for (const key of text) {
    const field = document.activeElement
    if (field instanceof HTMLInputElement) write(field, field.value + key)
    else window.dispatchEvent(new KeyboardEvent('keydown', { key: NAMED[key] ?? key, bubbles: true, cancelable: true }))
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await pass(KEY_MS)
  }
  await pass(ARMED_MS)
}

/** As the browser writes what is typed: React hears of it. */
function write(field: HTMLInputElement, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {}
  set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
