import type { DocumentSnapshot } from '../../../shared/ipc/snapshots.ts'

type Picture = Extract<DocumentSnapshot, { type: 'image' }>

/** What the two kinds begin with, in base64. */
const BEGINNINGS = { 'image/png': 'iVBORw0KGgo', 'image/jpeg': '/9j/' } as const

/** Base64 of the largest picture that main keeps (safety H4). */
const LONGEST = Math.ceil((512 * 1024) / 3) * 4

/**
 * The address under which a signature is shown, or null where it is not the kind of picture that it says it is. Main looked into it
 * before it was stored; the page looks once more at what it is about to draw.
 */
export function toSignatureSource({ mediaType, base64 }: Picture): string | null {
  const isPicture = base64.length <= LONGEST && base64.length % 4 === 0 && base64.startsWith(BEGINNINGS[mediaType])
  return isPicture && /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? `data:${mediaType};base64,${base64}` : null
}
