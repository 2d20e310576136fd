import type { StartFailure } from './core-port.ts'

/** What a person reads when Paydesk cannot start: what happened, and what to do now. */
export interface Explanation {
  title: string
  text: string
}

const KNOWN: Readonly<Record<string, Explanation>> = {
  'journal.newer': {
    title: 'This Paydesk is too old for its journal',
    text:
      'A newer version of Paydesk has written the journal of this till. Nothing was changed and no payment is lost.\n\n' +
      'Install the newer version again. Until then this till takes no payments.',
  },
  'journal.inUse': {
    title: 'Another Paydesk uses this journal',
    text:
      'Another running Paydesk has the journal of this till open. Two at once could charge a customer twice, so this one stops.\n\n' +
      'Use the other window, or end the other Paydesk and start again.',
  },
  'journal.unavailable': {
    title: 'The journal cannot be opened',
    text:
      'Paydesk takes no payment that it cannot write down first. Nothing was sent and nothing was deleted.\n\n' +
      'Look whether the disk is full or read-only and whether you may write to the data folder, then start again. ' +
      'If it stays like this, call support and leave the files as they are.',
  },
  'config.invalid': {
    title: 'The configuration cannot be used',
    text: 'Correct the configuration file and start again. Nothing was sent and the journal was not changed.',
  },
  'connection.invalid': {
    title: 'The connection settings cannot be used',
    text: 'Correct them or remove them all, and start again. Without any, Paydesk starts in training mode.',
  },
}

const OTHER: Explanation = {
  title: 'Paydesk could not start',
  text: 'Nothing was sent to a terminal. Start again; if it stays like this, call support.',
}

export function explainStartFailure(failure: StartFailure): Explanation {
  const { title, text } = KNOWN[failure.code] ?? OTHER
  return { title, text: `${text}\n\n${failure.message}` }
}
