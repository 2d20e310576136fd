/** A snapshot that says how new it is. */
export interface Versioned {
  version: number
}

/** Decides which of two snapshots of one thing is kept. */
export interface Newer {
  /** The newer of the two. After `startOver`, the first snapshot of each thing is taken whatever its version. */
  choose<Snapshot extends Versioned>(thing: string, held: Snapshot | undefined, arrived: Snapshot): Snapshot
  /** Versions count anew: the core may have been restarted, and its counting with it. */
  startOver(): void
}

/** Keeps the newer by `version` within one life of the event stream. */
export function createNewer(): Newer {
  let known = new Set<string>()
  return {
    choose(thing, held, arrived) {
      if (held === undefined || !known.has(thing)) {
        known.add(thing)
        return arrived
      }
      return held.version > arrived.version ? held : arrived
    },
    startOver() {
      known = new Set()
    },
  }
}
