import type { Mutant } from '../mutant.ts'

/** Bugs of whoever takes results from terminals, and of whoever fetches what they name. */
export const LISTENER_MUTANTS: readonly Mutant[] = [
  {
    name: 'acknowledges a result before it is committed',
    rule: 'R4',
    file: 'main/core/callback/exchange.ts',
    find: 'return toStatus(deliver(reference, shape.value, afterAnswer), reference)',
    replace: "afterAnswer(() => deliver(reference, shape.value)); return toStatus('stored', reference)",
    suites: ['main/core/callback/delivery.test.ts'],
  },
  {
    name: 'tells the page what a row was when it was held back',
    rule: 'R23',
    file: 'main/core/ipc/outbox.ts',
    find: 'waiting.set(key, tellAfterwards)',
    replace: 'waiting.set(key, tell)',
    suites: ['main/core/ipc/outbox.test.ts'],
  },
  {
    name: 'never tells the page of a result after its answer',
    rule: 'R23',
    file: 'main/core/ipc/outbox.ts',
    find: 'if (isFirst && waiting.size > 0) later(tellAll)',
    replace: 'if (isFirst && waiting.size > 1_000) later(tellAll)',
    suites: ['main/core/ipc/outbox.test.ts'],
  },
  {
    name: 'acknowledges a result that the journal did not take',
    rule: 'R4',
    file: 'main/core/callback/exchange.ts',
    find: "return refuse('journalUnavailable', 503)",
    replace: "return refuse('journalUnavailable', 202)",
    suites: ['main/core/callback/delivery.test.ts'],
  },
  {
    name: 'looks at the path alone and not at the token',
    rule: 'L3',
    file: 'main/core/callback/admission.ts',
    find: "if (!isToken || tokens.length !== 1) return { type: 'refused', because: 'notAuthenticated' }",
    replace: "if (tokens.length !== 1) return { type: 'refused', because: 'notAuthenticated' }",
    suites: ['main/core/callback/authentication.test.ts'],
  },
  {
    name: 'takes the first of two tokens',
    rule: 'L3',
    file: 'main/core/callback/admission.ts',
    find: "if (!isToken || tokens.length !== 1) return { type: 'refused', because: 'notAuthenticated' }",
    replace: "if (!isToken) return { type: 'refused', because: 'notAuthenticated' }",
    suites: ['main/core/callback/authentication.test.ts'],
  },
  {
    name: 'takes a post under any host name',
    rule: 'L5',
    file: 'main/core/callback/admission.ts',
    find: 'if (host === undefined || otherHosts.length > 0 || !address.hosts.includes(host.toLowerCase())) {',
    replace: 'if (host === undefined || otherHosts.length > 0) {',
    suites: ['main/core/callback/authentication.test.ts'],
  },
  {
    name: 'sends the key along when it fetches a receipt',
    rule: 'K6',
    file: 'main/core/receipts/guarded-fetch.ts',
    find: "'Accept-Encoding': 'identity',",
    replace: "'Accept-Encoding': 'identity', ApiKeyCloud: 'CANARY1-CANARY2-CANARY3-CANARY4',",
    suites: ['main/core/receipts/guarded-fetch.test.ts'],
  },
]
