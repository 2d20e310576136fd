import { crc32 } from 'node:zlib'
import type { ImageSize } from './signature-image.ts'

const MAGIC_BYTES = 8
/** Length, type and checksum of a chunk. */
const FRAME_BYTES = 12
const LONGEST_HEADER = 13
/** The bit depths of each colour type (PNG, table 11.1). */
const DEPTHS = new Map([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
])

/**
 * The size of a PNG whose chunks all are there with their checksums, the header first and nothing behind the end; else null.
 * A file of another kind hidden behind the image is refused by that.
 */
export function readPngSize(png: Uint8Array): ImageSize | null {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.length)
  let size: ImageSize | null = null
  let hasData = false
  let at = MAGIC_BYTES
  while (at + FRAME_BYTES <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const end = at + FRAME_BYTES + length
    if (end > bytes.length) return null
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null
    const type = bytes.toString('latin1', at + 4, at + 8)
    const data = bytes.subarray(at + 8, end - 4)
    if ((size === null) !== (type === 'IHDR')) return null
    size ??= readHeader(data)
    if (size === null) return null
    if (type === 'IEND') return hasData && end === bytes.length ? size : null
    hasData ||= type === 'IDAT' && length > 0
    at = end
  }
  return null
}

function readHeader(header: Buffer): ImageSize | null {
  if (header.length !== LONGEST_HEADER) return null
  const [depth, colour, compression, filter, interlace] = header.subarray(8)
  if (depth === undefined || colour === undefined || interlace === undefined) return null
  if (DEPTHS.get(colour)?.includes(depth) !== true || compression !== 0 || filter !== 0 || interlace > 1) return null
  return { widthPx: header.readUInt32BE(0), heightPx: header.readUInt32BE(4) }
}
