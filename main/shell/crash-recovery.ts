import type { ContentsPort } from './electron-port.ts'

const MOST_RELOADS = 3
const WITHIN_MS = 60_000

/**
 * Loads the page again when its process is gone: the core lives on, so the same screen comes back (safety R23). A page that
 * keeps crashing is given up on and told of, rather than flickering at the cashier.
 */
export function reloadAfterCrash(contents: ContentsPort, giveUp: () => void): void {
  let reloads: number[] = []
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    const now = performance.now()
    reloads = [...reloads.filter((at) => now - at < WITHIN_MS), now]
    if (reloads.length > MOST_RELOADS) giveUp()
    // Not within the event: Electron is still clearing the dead process away.
    else setImmediate(() => reloadIfThere(contents))
  })
}

function reloadIfThere(contents: ContentsPort): void {
  if (!contents.isDestroyed()) contents.reload()
}
