import type { ContentsPort, NavigationDetails, Preventable, WindowPort } from '../electron-port.ts'

/** An event that remembers whether it was prevented. */
export function preventable(): Preventable & { isPrevented: boolean } {
  const event = {
    isPrevented: false,
    preventDefault() {
      event.isPrevented = true
    },
  }
  return event
}

type ContentsListener = (event: NavigationDetails, details: { reason: string }) => void

/** Stands for Electron's WebContents: keeps what it is told, and lets a test fire its events. */
export class ContentsDouble implements ContentsPort {
  readonly sent: { channel: string; payload: unknown }[] = []
  readonly mainFrame = { origin: 'app://paydesk', parent: null }
  reloads = 0
  isGone = false
  openWindow: () => { action: string } = () => ({ action: 'allow' })
  readonly #listeners = new Map<string, ContentsListener[]>()

  on(event: string, listener: ContentsListener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
  }

  setWindowOpenHandler(handler: () => { action: 'deny' }): void {
    this.openWindow = handler
  }

  send(channel: string, payload: unknown): void {
    this.sent.push({ channel, payload })
  }

  reload(): void {
    if (this.isGone) throw new Error('Object has been destroyed')
    this.reloads += 1
  }

  isDestroyed(): boolean {
    return this.isGone
  }

  /** Fires an event and tells whether a listener prevented what would have followed. */
  fire(event: string, details: { url?: string; isMainFrame?: boolean; reason?: string } = {}): boolean {
    const fired = preventable()
    const navigation = Object.assign(fired, { url: details.url ?? '', isMainFrame: details.isMainFrame ?? true })
    for (const listener of this.#listeners.get(event) ?? []) listener(navigation, { reason: details.reason ?? '' })
    return fired.isPrevented
  }
}

/** Stands for Electron's BrowserWindow. */
export class WindowDouble implements WindowPort {
  readonly webContents = new ContentsDouble()
  readonly did: string[] = []
  isMinimizedNow = false
  /** How loading ends. */
  loading: () => Promise<void> = async () => undefined
  #isDestroyed = false

  once(_event: 'ready-to-show', listener: () => void): void {
    listener()
  }

  async loadURL(url: string): Promise<void> {
    this.did.push(`load ${url}`)
    await this.loading()
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  destroy(): void {
    this.#isDestroyed = true
    this.webContents.isGone = true
    this.did.push('destroy')
  }

  isMinimized(): boolean {
    return this.isMinimizedNow
  }

  restore(): void {
    this.did.push('restore')
  }

  show(): void {
    this.did.push('show')
  }

  focus(): void {
    this.did.push('focus')
  }
}
