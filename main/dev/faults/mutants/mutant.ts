import type { SuiteName } from './suites.ts'

/** One planted bug of one line, and the suites of which one has to find it. */
export interface Mutant {
  /** What a careless programmer would have done: "shows the amount that was asked for instead of what was charged". */
  name: string
  /** The promise that it breaks (safety §1). */
  rule: string
  /** Path from the root of the repository. */
  file: string
  /** A piece of one line that occurs in the file exactly once. */
  find: string
  replace: string
  /** In the order in which they are tried, until one fails. */
  suites: readonly SuiteName[]
}

/** Whether the mutant can still be planted. One whose line was changed or doubled proves nothing and has to be written anew. */
export function isStale({ find, replace }: Mutant, text: string): boolean {
  const isOneLine = !find.includes('\n') && !replace.includes('\n')
  return !isOneLine || find === replace || text.split(find).length !== 2
}

/** The file's text with the bug in it. */
export function plant({ find, replace }: Mutant, text: string): string {
  // A function, because `$` in a replacement text has a meaning.
  return text.replace(find, () => replace)
}
