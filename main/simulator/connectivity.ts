/** A terminal's link to Handpoint: up when its network is up and its app is open. */
export type Connectivity = {
  isReachable(): boolean
  networkUp(): boolean
  appOpen(): boolean
  /** Runs now, or when the terminal can next be reached, in order; the returned function withdraws it. */
  whenReachable(run: () => void): () => void
  setNetwork(up: boolean): void
  setApp(open: boolean): void
}

export function createConnectivity(): Connectivity {
  let network = true
  let app = true
  let queue: (() => void)[] = []

  const flush = () => {
    if (!network || !app) return
    const due = queue
    queue = []
    for (const run of due) run()
  }
  return {
    isReachable: () => network && app,
    networkUp: () => network,
    appOpen: () => app,
    whenReachable(run) {
      if (network && app) {
        run()
        return () => undefined
      }
      queue.push(run)
      return () => {
        queue = queue.filter((other) => other !== run)
      }
    },
    setNetwork(up) {
      network = up
      flush()
    },
    setApp(open) {
      app = open
      flush()
    },
  }
}
