import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, Privileges } from 'electron'
import type {
  AppPort,
  ContentsPort,
  DialogPort,
  ElectronPort,
  IpcMainPort,
  Preventable,
  ProtocolPort,
  SenderPort,
  SessionPort,
} from '../electron-port.ts'
import { ContentsDouble, preventable, WindowDouble } from './contents-double.ts'

type AppListener = (event: Preventable, contents: ContentsPort) => void

/** Stands for Electron's app: the first instance unless told otherwise, ready at once. */
export class AppDouble implements AppPort {
  readonly did: string[] = []
  readonly isPackaged = true
  isFirst = true
  exitCode: number | null = null
  readonly #listeners = new Map<string, AppListener[]>()

  enableSandbox(): void {
    this.did.push('enableSandbox')
  }

  requestSingleInstanceLock(): boolean {
    this.did.push('lock')
    return this.isFirst
  }

  async whenReady(): Promise<void> {
    this.did.push('ready')
  }

  quit(): void {
    this.did.push('quit')
    this.fire('before-quit')
  }

  exit(code = 0): void {
    this.did.push(`exit ${code}`)
    this.exitCode = code
  }

  getPath(name: string): string {
    return `/${name}`
  }

  getVersion(): string {
    return '0.0.0'
  }

  on(event: string, listener: AppListener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
  }

  /** Fires an event and tells whether it was prevented. */
  fire(event: string, contents: ContentsPort = new ContentsDouble()): boolean {
    const fired = preventable()
    for (const listener of this.#listeners.get(event) ?? []) listener(fired, contents)
    return fired.isPrevented
  }
}

export class ProtocolDouble implements ProtocolPort {
  schemes: { scheme: string; privileges: Privileges }[] = []
  readonly handlers = new Map<string, Parameters<ProtocolPort['handle']>[1]>()

  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Privileges }[]): void {
    this.schemes = schemes
  }

  handle(scheme: string, handler: Parameters<ProtocolPort['handle']>[1]): void {
    this.handlers.set(scheme, handler)
  }
}

export class IpcMainDouble implements IpcMainPort {
  readonly channels = new Map<string, Parameters<IpcMainPort['handle']>[1]>()

  handle(channel: string, listener: Parameters<IpcMainPort['handle']>[1]): void {
    this.channels.set(channel, listener)
  }

  /** Delivers one message as Electron would. */
  async invoke(channel: string, event: SenderPort, input?: unknown): Promise<unknown> {
    const listener = this.channels.get(channel)
    if (listener === undefined) throw new Error(`no handler for ${channel}`)
    return await listener(event, input)
  }
}

export class SessionDouble implements SessionPort {
  request: Parameters<SessionPort['setPermissionRequestHandler']>[0] = (_contents, _permission, answer) => answer(true)
  check: Parameters<SessionPort['setPermissionCheckHandler']>[0] = () => true
  device: Parameters<SessionPort['setDevicePermissionHandler']>[0] = () => true
  displayMedia: Parameters<SessionPort['setDisplayMediaRequestHandler']>[0] | null = null
  download: (event: Preventable) => void = () => undefined

  setPermissionRequestHandler(handler: SessionDouble['request']): void {
    this.request = handler
  }

  setPermissionCheckHandler(handler: SessionDouble['check']): void {
    this.check = handler
  }

  setDevicePermissionHandler(handler: SessionDouble['device']): void {
    this.device = handler
  }

  setDisplayMediaRequestHandler(handler: Parameters<SessionPort['setDisplayMediaRequestHandler']>[0]): void {
    this.displayMedia = handler
  }

  on(_event: 'will-download', listener: (event: Preventable) => void): void {
    this.download = listener
  }
}

export class DialogDouble implements DialogPort {
  readonly shown: { title: string; content: string }[] = []

  showErrorBox(title: string, content: string): void {
    this.shown.push({ title, content })
  }
}

/** The whole of Electron that the shell knows. */
export class ElectronDouble implements ElectronPort {
  readonly app = new AppDouble()
  readonly protocol = new ProtocolDouble()
  readonly ipcMain = new IpcMainDouble()
  readonly dialog = new DialogDouble()
  readonly onlySession = new SessionDouble()
  readonly windows: { window: WindowDouble; options: BrowserWindowConstructorOptions }[] = []
  menu: MenuItemConstructorOptions[] | null | undefined
  /** What becomes of each new window before the shell has it. */
  prepareWindow: (window: WindowDouble) => void = () => undefined

  session(): SessionDouble {
    return this.onlySession
  }

  createWindow(options: BrowserWindowConstructorOptions): WindowDouble {
    const window = new WindowDouble()
    this.prepareWindow(window)
    this.windows.push({ window, options })
    return window
  }

  setMenu(template: MenuItemConstructorOptions[] | null): void {
    this.menu = template
  }
}
