import type { PaymentView } from '../../../shared/transaction/view.ts'

/** What the till can be heard to say. Each says only what the screen says too. */
export type Sound = 'approved' | 'refused' | 'doubt' | 'notice'

/** The sound of each screen of a payment that a person may be waiting for with the eyes elsewhere; null where there is no result. */
const SOUNDS: Readonly<Record<PaymentView['screen'], Sound | null>> = {
  starting: null,
  waiting: null,
  longWait: null,
  cancelling: null,
  cannotCancel: null,
  checking: null,
  // The terminal has not said it yet (safety R10): what can still turn out otherwise is not heard as a result.
  confirming: null,
  partlyApprovedConfirming: null,
  notKnown: 'doubt',
  conflict: 'doubt',
  approved: 'approved',
  partlyApproved: 'notice',
  declined: 'refused',
  cancelled: 'refused',
  failed: 'refused',
  notStarted: 'refused',
  notChargedProved: 'refused',
  // A person has just said so.
  settledCharged: null,
  settledNotCharged: null,
  done: null,
}

/** What a screen sounds like; null where it is silent. Prints and commands to terminals always are. */
export function toSound({ screen, moves }: Pick<PaymentView, 'screen' | 'moves'>): Sound | null {
  return moves === 'none' ? null : SOUNDS[screen]
}

interface Tone {
  hz: number
  /** From the beginning of the sound, in seconds. */
  at: number
  lasts: number
  wave: 'sine' | 'triangle' | 'square'
}

/** Told apart by height, direction and rhythm, so that a bad loudspeaker in a loud shop is enough. */
const TONES: Readonly<Record<Sound, readonly Tone[]>> = {
  approved: [
    { hz: 659, at: 0, lasts: 0.14, wave: 'triangle' },
    { hz: 988, at: 0.14, lasts: 0.26, wave: 'triangle' },
  ],
  refused: [
    { hz: 247, at: 0, lasts: 0.2, wave: 'triangle' },
    { hz: 185, at: 0.22, lasts: 0.34, wave: 'triangle' },
  ],
  doubt: [0, 0.42, 0.84].flatMap((at) => [
    { hz: 740, at, lasts: 0.14, wave: 'square' as const },
    { hz: 523, at: at + 0.17, lasts: 0.14, wave: 'square' as const },
  ]),
  notice: [0, 0.24].map((at) => ({ hz: 784, at, lasts: 0.12, wave: 'sine' as const })),
}

/** What makes tones. The browser's own is made by {@link openBrowserOutput}. */
export interface SoundOutput {
  /** Seconds on the clock that tones are planned by. */
  now(): number
  isAwake(): boolean
  wake(): void
  /** One tone; `at` is on the clock of `now`, `loudness` between 0 and 1. */
  tone(tone: Omit<Tone, 'at'> & { at: number; loudness: number }): void
}

export interface Loudness {
  /** 0 to 100. */
  volume: number
  isMuted: boolean
}

/** Plays one sound after the other, never two at once. Silent, and no failure, where there is no way to be heard. */
export interface Speaker {
  play(sound: Sound): void
  set(loudness: Loudness): void
  /** A person has touched the page: from now on browsers let it be heard. */
  unlock(): void
}

/** Seconds between two sounds. */
const GAP = 0.15
/** What would be heard later than this belongs to a moment that is over: the screen says it. */
const MOST_LATE = 4

/** @param open makes the output, or null where there is none; called once, at the first touch of the page */
export function createSpeaker(open: () => SoundOutput | null): Speaker {
  let output: SoundOutput | null = null
  let isOpened = false
  let loudness: Loudness = { volume: 70, isMuted: false }
  let freeAt = 0
  return {
    set(given) {
      loudness = given
    },
    unlock() {
      if (!isOpened) output = open()
      isOpened = true
      if (output?.isAwake() === false) output.wake()
    },
    play(sound) {
      if (output === null || loudness.isMuted || loudness.volume === 0) return
      // Asleep: what is played now would be heard whenever it wakes up.
      if (!output.isAwake()) return output.wake()
      const now = output.now()
      const at = Math.max(now, freeAt)
      if (at - now > MOST_LATE) return
      // The ear hears steps of loudness by their ratio.
      const loud = (loudness.volume / 100) ** 2
      for (const tone of TONES[sound]) {
        output.tone({ ...tone, at: at + tone.at, loudness: loud })
        freeAt = Math.max(freeAt, at + tone.at + tone.lasts + GAP)
      }
    },
  }
}

const ATTACK = 0.012
/** An exponential fade never reaches zero. */
const SILENCE = 0.0001
/** Full loudness of one wave, so that none is distorted. */
const PEAK = { sine: 0.8, triangle: 0.8, square: 0.3 } as const

/** The loudspeaker by Web Audio, without a sound file. Null where the browser has none. */
export function openBrowserOutput(): SoundOutput | null {
  const context = openContext()
  if (context === null) return null
  return {
    now: () => context.currentTime,
    isAwake: () => context.state === 'running',
    wake: () => void context.resume().catch(() => undefined),
    tone({ hz, at, lasts, wave, loudness }) {
      const gain = context.createGain()
      const peak = Math.max(SILENCE, PEAK[wave] * loudness)
      gain.gain.setValueAtTime(SILENCE, at)
      gain.gain.exponentialRampToValueAtTime(peak, at + ATTACK)
      gain.gain.setValueAtTime(peak, at + lasts * 0.6)
      gain.gain.exponentialRampToValueAtTime(SILENCE, at + lasts)
      gain.connect(context.destination)
      const oscillator = context.createOscillator()
      oscillator.type = wave
      oscillator.frequency.setValueAtTime(hz, at)
      oscillator.connect(gain)
      oscillator.start(at)
      oscillator.stop(at + lasts)
    },
  }
}

function openContext(): AudioContext | null {
  if (typeof AudioContext !== 'function') return null
  try {
    return new AudioContext()
  } catch {
    // A computer without a sound card, or one whose card is taken: the page shows all that would be heard.
    return null
  }
}

/** The till's own loudspeaker. */
export const speaker: Speaker = createSpeaker(openBrowserOutput)
