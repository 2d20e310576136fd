/**
 * The times that decide about money, in milliseconds of a monotonic clock. Each is measured from the later of the end of
 * the request and the start of this process, because a clock that was not running proves nothing.
 */

/** Before this, "no such transaction" means nothing: the card may not have been shown yet (handpoint-api.md §4.5). */
export const ABSENCE_COUNTS_AFTER_MS = 90_000

/** How long after FAILED the status service has to know nothing before that is believed: it may be a moment behind the bank. */
export const FAILURE_COUNTS_AFTER_MS = 30_000

/** After this, no honest transaction can still be running: the longest takes about six minutes (handpoint-api.md §4.1). */
export const LONGEST_TRANSACTION_MS = 7 * 60_000

/**
 * How long a partial approval may still be refused on the terminal: its question stands for up to 60 s, and the reversal
 * after it takes time of its own (handpoint-api.md §4.9, §6.14).
 */
export const PARTIAL_WINDOW_MS = 90_000

/** How long a refusal known from the status service alone waits for the terminal's own word (handpoint-api.md §4.6.3). */
export const STATUS_SETTLES_AFTER_MS = 60_000

/** How long an approval known from the status service alone waits for a terminal that cannot be reached (safety R10). */
export const PROVISIONAL_ACCEPTED_AFTER_MS = 5 * 60_000

/** How long an accepted or unanswered cancel may stay without an outcome before the bank is asked. */
export const CANCEL_EXPIRES_AFTER_MS = 30_000

/** The same while the terminal is still waited for, and nobody but the status service can be asked. */
export const LONGEST_WAIT_MS = LONGEST_TRANSACTION_MS + 30_000

/**
 * How long a terminal is waited for that goes on saying that it is at it and too late to stop. The five stops that begin
 * after the longest honest transaction have been answered by then, and somebody has to look at the terminal (safety R24).
 */
export const LONGEST_RUN_MS = LONGEST_TRANSACTION_MS + 6 * 60_000

/** When the rules for an open payment have run out and a manager is named (safety R24: within six minutes). */
export const RULES_EXHAUSTED_AFTER_MS = 5 * 60_000 + 30_000

/** From when a waiting payment is shown as taking long (cashier-ux.md). */
export const LONG_WAIT_AFTER_MS = 45_000

/** How long an answer is waited for where no money can have moved: a print, a ping. */
export const GIVE_UP_AFTER_MS = 3 * 60_000
