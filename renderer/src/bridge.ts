import type { Bridge } from '../../shared/ipc/bridge.ts'
import { connectHttp } from './bridge-http.ts'
import { connectPreload, type PreloadBridge } from './bridge-preload.ts'

declare global {
  interface Window {
    /** Put there by the preload; absent in the browser preview. */
    readonly paydesk?: PreloadBridge
  }
}

/** `lost`: events may be missing, so that what is shown may be old. `regained`: read everything again. */
export type Link = 'lost' | 'regained'

/** The bridge as the page sees it: also says when the stream of events broke and came back. */
export interface PageBridge extends Bridge {
  onLink(listener: (link: Link) => void): () => void
}

/** The transport that this page has: the preload in the app, HTTP and server-sent events in a browser. */
export function connectBridge(): PageBridge {
  return window.paydesk === undefined ? connectHttp() : connectPreload(window.paydesk)
}
