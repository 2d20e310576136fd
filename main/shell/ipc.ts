import { randomUUID } from 'node:crypto'
import type { AppError } from '../../shared/errors.ts'
import { COMMAND_CHANNEL, COMMANDS, EVENT_CHANNEL } from '../../shared/ipc/channels.ts'
import { err, type Result } from '../../shared/result.ts'
import type { Core } from '../core/app.ts'
import type { ContentsPort, IpcMainPort, SenderPort, WindowPort } from './electron-port.ts'
import { APP_ORIGIN } from './origin.ts'

/** Answers the page's commands and sends it the core's events. Anything but the main frame of `window` is refused. */
export function connectBridge(ipcMain: IpcMainPort, window: WindowPort, core: Core): void {
  // Taken once: the window of a message that arrives late may be gone, and then even asking it throws.
  const { webContents } = window
  for (const name of COMMANDS) {
    ipcMain.handle(COMMAND_CHANNEL + name, async (event, input) =>
      isOwnMainFrame(event, webContents) ? await core.call(name, input) : refuse(),
    )
  }
  core.subscribe((name, payload) => {
    if (!window.isDestroyed()) webContents.send(EVENT_CHANNEL + name, payload)
  })
}

/** Whether a message comes from the page itself: our web contents, its top frame, our origin (safety E17). */
function isOwnMainFrame(event: SenderPort, contents: ContentsPort): boolean {
  try {
    const frame = event.senderFrame
    return event.sender === contents && frame !== null && frame.parent === null && frame.origin === APP_ORIGIN
  } catch {
    // Electron throws when the frame went away before it was looked at: nobody is there to be answered.
    return false
  }
}

function refuse(): Result<never, AppError> {
  return err({
    code: 'bridge.refused',
    message: 'only the page of Paydesk itself is answered',
    moneyState: 'none',
    correlationId: randomUUID(),
  })
}
