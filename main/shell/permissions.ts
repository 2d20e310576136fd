import type { SessionPort } from './electron-port.ts'

/** The till needs no permission of the browser, and Electron grants by default: everything is refused, whoever asks (safety E5). */
export function denyPermissions(session: SessionPort): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.on('will-download', (event) => event.preventDefault())
}
