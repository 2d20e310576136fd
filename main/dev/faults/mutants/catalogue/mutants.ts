import type { Mutant } from '../mutant.ts'
import { CONCLUSION_MUTANTS } from './conclusions.ts'
import { ENGINE_MUTANTS } from './engine.ts'
import { JOURNAL_MUTANTS } from './journal.ts'
import { LISTENER_MUTANTS } from './listener.ts'
import { WIRE_MUTANTS } from './wire.ts'

/** Every planted bug that the tests of the core have to find. */
export const MUTANTS: readonly Mutant[] = [
  ...ENGINE_MUTANTS,
  ...CONCLUSION_MUTANTS,
  ...JOURNAL_MUTANTS,
  ...LISTENER_MUTANTS,
  ...WIRE_MUTANTS,
]
