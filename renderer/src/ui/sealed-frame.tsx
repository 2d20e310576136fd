import { useEffect, useRef, useState, type ReactElement } from 'react'
import { receiptPolicy } from './receipt-policy.ts'
import styles from './sealed-frame.module.css'

/** The document of its own that main serves for this: main/core/page/receipt-document.ts. */
const ROOM = '/receipt'

/** Safety H3. */
const DRAWN_WITHIN_MS = 1000

/** Fills the room, and keeps what is measured out of sight. */
const ROOM_STYLE =
  'html,body{height:100%;margin:0;background:#fff}iframe{display:block;width:100%;height:100%;border:0}' +
  '[data-measured]{position:absolute;inset-inline:0;visibility:hidden}'

interface SealedFrameProps {
  /** Says what it shows to those who do not see it. */
  title: string
  /** A whole HTML document. Whatever stands in it: no script of it runs, and nothing is fetched. */
  html: string
  /** How high it will be in this room, in pixels: nobody can look into the sealed frame to see. Called again when the width changes. */
  measure: (room: Document) => number
  /** `late`: not drawn within a second, so that its text has to be shown meanwhile. */
  onDrawing: (drawing: 'late' | 'drawn') => void
}

/**
 * Shows a document that nobody vouches for (safety H1). The room is an empty document of main's with a policy of its own, which
 * allows styles and nothing else; in it stands a frame with no permission whatever, and it inherits that policy.
 */
export function SealedFrame({ title, html, measure, onDrawing }: SealedFrameProps): ReactElement {
  const frame = useRef<HTMLIFrameElement>(null)
  const [room, setRoom] = useState<Document | null>(null)
  const [heightPx, setHeightPx] = useState(0)
  const [drawn, setDrawn] = useState<string | null>(null)
  const isDrawn = drawn === html

  useEffect(() => {
    if (isDrawn) {
      onDrawing('drawn')
      return undefined
    }
    const timer = setTimeout(() => onDrawing('late'), DRAWN_WITHIN_MS)
    return () => clearTimeout(timer)
  }, [isDrawn, onDrawing])

  useEffect(() => {
    if (room === null) return undefined
    const sealed = fillRoom(room, title, html, () => setDrawn(html))
    return () => sealed.remove()
  }, [room, title, html])

  useEffect(() => {
    const shown = frame.current
    if (room === null || shown === null) return undefined
    // Tells the first width at once, and every other.
    const observer = new ResizeObserver(() => setHeightPx(measure(room)))
    observer.observe(shown)
    return () => observer.disconnect()
  }, [room, measure])

  return (
    <iframe
      ref={frame}
      className={styles['frame']}
      style={{ height: isDrawn ? `${heightPx.toString()}px` : '1px' }}
      title={title}
      // Nothing in it can be pressed, and it is as high as what it shows: a stop here would be one without a ring.
      tabIndex={-1}
      src={ROOM}
      sandbox="allow-same-origin"
      referrerPolicy="no-referrer"
      data-drawn={isDrawn}
      onLoad={(event) => setRoom(readRoom(event.currentTarget))}
    />
  )
}

/** The room, unless something else was loaded in its place. */
function readRoom(frame: HTMLIFrameElement): Document | null {
  const loaded = frame.contentDocument
  return loaded !== null && new URL(loaded.URL).pathname === ROOM ? loaded : null
}

function fillRoom(room: Document, title: string, html: string, onDrawn: () => void): HTMLIFrameElement {
  if (room.querySelector('style') === null) {
    const style = room.createElement('style')
    style.textContent = ROOM_STYLE
    room.head.append(style)
  }
  // oxlint-disable-next-line react/iframe-missing-sandbox -- this makes no React element: the next line but one seals it
  const sealed = room.createElement('iframe')
  sealed.title = title
  sealed.setAttribute('sandbox', '')
  sealed.referrerPolicy = 'no-referrer'
  sealed.addEventListener('load', onDrawn)
  // A plain string is refused here by the policies of both documents.
  Reflect.set(sealed, 'srcdoc', receiptPolicy === null ? html : receiptPolicy.createHTML(html))
  room.body.append(sealed)
  return sealed
}
