import type { StartFailure } from '../core/app.ts'

/** Everything that keeps Paydesk from starting: the core's own reasons, and the shell's. */
export interface ShellFailure {
  code: StartFailure['code'] | 'connection.invalid' | 'internal'
  /** What was seen, in plain words. */
  message: string
}

interface Advice {
  title: string
  /** What happened to the money, where it is not that nothing was begun. */
  money?: string
  whatToDo: string
}

/** True of every refusal: the core reaches for a terminal only after everything that can be refused. */
const NOTHING_BEGUN = 'No payment was started and none was lost.'

const ADVICE: Record<ShellFailure['code'], Advice> = {
  'journal.newer': {
    title: 'This Paydesk is too old for its journal',
    whatToDo:
      'A newer Paydesk has written the journal of this till. Install the newer version again; until then this till takes no payments.',
  },
  'journal.inUse': {
    title: 'Another Paydesk has this journal open',
    whatToDo:
      'Two at once could charge a customer twice, so this one stops. Use the other window, or end the other Paydesk and start again.',
  },
  'journal.unavailable': {
    title: 'The journal cannot be opened',
    whatToDo:
      'Paydesk takes no payment that it cannot write down first. Look whether the disk is full or read-only and whether you may ' +
      'write to the data folder, then start again. If it stays like this, call support and leave the files as they are.',
  },
  'config.invalid': {
    title: 'The configuration cannot be used',
    whatToDo: 'Correct the configuration file and start again.',
  },
  'practice.unavailable': {
    title: 'Paydesk could not start practice mode',
    whatToDo: 'Move the file away that is named above, then start Paydesk again. Only practice payments are in it.',
  },
  'connection.invalid': {
    title: 'The connection settings cannot be used',
    whatToDo: 'Correct the PAYDESK_ variables in the environment, or remove all of them, and start again.',
  },
  internal: {
    title: 'Paydesk could not start',
    // It may break at any moment, with payments of an earlier day open and being asked about.
    money: 'No payment was lost: whatever was begun is in the journal, and Paydesk asks about it when it starts again.',
    whatToDo: 'Start again. If it stays like this, call support.',
  },
}

/** What a person reads when Paydesk cannot start: what happened to the money first, then what was seen, then what to do. */
export function explainStartFailure(failure: ShellFailure): { title: string; text: string } {
  const { title, money = NOTHING_BEGUN, whatToDo } = ADVICE[failure.code]
  return { title, text: `${money}\n\n${failure.message}\n\n${whatToDo}` }
}
