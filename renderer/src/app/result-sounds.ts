import type { AppSnapshot, PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { KEYS, type Desk } from '../desk.ts'
import { toShown } from '../ui/badge.tsx'
import { speaker, toSound, type Sound } from '../ui/sound.ts'

interface Heard {
  /** The newest news of it that was heard. */
  news: number
  isDoubt: boolean
}

/**
 * What a change of a payment is heard as. News of an outcome is heard once by its number: on the till's screen as what the
 * screen says, elsewhere as a notice. Doubt is heard when it begins.
 * @param loadedAt wall-clock time of the page's own start: what was news before is not heard again after a reload
 */
export function hear(
  payment: PaymentSnapshot,
  { before, isShown, loadedAt }: { before: Heard | null; isShown: boolean; loadedAt: number },
): { sound: Sound | null; heard: Heard } {
  const screenSound = toSound(toShown(payment, payment.updatedAt))
  const isDoubt = screenSound === 'doubt'
  const news = Math.max(before?.news ?? 0, payment.news?.number ?? 0)
  const isNews = payment.news !== null && news > (before?.news ?? 0) && payment.news.at >= loadedAt
  const isNewDoubt = isDoubt && before !== null && !before.isDoubt
  const sound = isNewDoubt ? 'doubt' : isNews && !isDoubt ? (isShown ? screenSound : 'notice') : null
  return { sound, heard: { news, isDoubt } }
}

/** Lets results be heard for the life of the page. It compares with what the desk holds, so it has to listen before the desk does. */
export function listenForSounds(desk: Desk): void {
  const loadedAt = Date.now()
  const heard = new Map<string, Heard>()
  desk.bridge.on('payment:changed', (payment) => {
    const { reference } = payment
    const held = desk.client.getQueryData<PaymentSnapshot>(KEYS.payment(reference))
    const before = heard.get(reference) ?? (held === undefined ? null : hear(held, QUIET).heard)
    const isShown = desk.client.getQueryData<AppSnapshot>(KEYS.app)?.shownPayment === reference
    const { sound, heard: now } = hear(payment, { before, isShown, loadedAt })
    heard.set(reference, now)
    if (sound !== null) speaker.play(sound)
  })
  // Browsers let a page be heard only after a person has touched it.
  for (const touch of ['pointerdown', 'keydown']) window.addEventListener(touch, () => speaker.unlock(), true)
}

const QUIET = { before: null, isShown: false, loadedAt: Number.POSITIVE_INFINITY }
