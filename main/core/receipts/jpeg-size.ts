import type { ImageSize } from './signature-image.ts'

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9
/** Baseline, extended and progressive: what browsers show. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
/** Quantisation and Huffman tables, restart interval, comment. */
const TABLES = new Set([0xdb, 0xc4, 0xdd, 0xfe])

/**
 * The size of a JPEG with exactly one frame, at least one scan, and its end at the end of the bytes; else null. A height that
 * comes later (DNL) and several frames are refused: what was checked must be what is drawn.
 */
export function readJpegSize(jpeg: Uint8Array): ImageSize | null {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.length)
  let size: ImageSize | null = null
  let hasScan = false
  let at = 2
  while (at + 2 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]
    if (marker === undefined) return null
    if (marker === END_OF_IMAGE) return hasScan && at + 2 === bytes.length ? size : null
    const end = at + 4 <= bytes.length ? at + 2 + bytes.readUInt16BE(at + 2) : Number.POSITIVE_INFINITY
    if (end > bytes.length || end < at + 4) return null
    if (FRAMES.has(marker)) {
      if (size !== null) return null
      size = readFrame(bytes.subarray(at + 4, end))
      if (size === null) return null
    } else if (marker === START_OF_SCAN) {
      if (size === null) return null
      hasScan = true
    } else if (!TABLES.has(marker) && !isApplicationData(marker)) return null
    at = marker === START_OF_SCAN ? findScanEnd(bytes, end) : end
  }
  return null
}

function isApplicationData(marker: number): boolean {
  return marker >= 0xe0 && marker <= 0xef
}

function readFrame(frame: Buffer): ImageSize | null {
  const components = frame[5]
  const isKnown = frame[0] === 8 && (components === 1 || components === 3)
  if (!isKnown || frame.length !== 6 + 3 * components) return null
  return { heightPx: frame.readUInt16BE(1), widthPx: frame.readUInt16BE(3) }
}

/** Where the next marker is. In a scan, FF stands before 00 for itself and before D0 to D7 for a restart. */
function findScanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}
