import { writeFileSync } from 'node:fs'
import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** As many as one byte can name. */
const MOST_COLOURS = 256
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * Writes a browser's screenshot as a PNG of 256 colours: a screen of flat colours looks the same, and the repository holds
 * hundreds of them.
 */
export function writePicture(path: string, screenshot: Buffer): void {
  const { width, height, pixels } = decode(screenshot)
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const frequent = [...counts].toSorted(([, one], [, other]) => other - one).map(([colour]) => colour)
  const palette = frequent.slice(0, MOST_COLOURS)
  const indexes = new Map(frequent.map((colour) => [colour, findNearest(palette, colour)]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < pixels.length; at += 1) {
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexes.get(pixels[at] ?? 0) ?? 0
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits for each pixel, which name a colour of the palette.
  head.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const chunks = [
    toChunk('IHDR', head),
    toChunk('PLTE', colours),
    toChunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    toChunk('IEND', Buffer.alloc(0)),
  ]
  writeFileSync(path, Buffer.concat([SIGNATURE, ...chunks]))
}

function findNearest(palette: readonly number[], colour: number): number {
  let nearest = 0
  let least = Number.POSITIVE_INFINITY
  for (const [index, known] of palette.entries()) {
    const distance = [16, 8, 0].reduce(
      (sum, shift) => sum + (((known >> shift) & 255) - ((colour >> shift) & 255)) ** 2,
      0,
    )
    if (distance >= least) continue
    nearest = index
    least = distance
    if (distance === 0) break
  }
  return nearest
}

function toChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(named.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  named.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(named), named.length + 4)
  return chunk
}

/** The pixels as 0xRRGGBB. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const data: Buffer[] = []
  let [width, height, channels] = [0, 0, 3]
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') [width, height, channels] = [body.readUInt32BE(0), body.readUInt32BE(4), body[9] === 6 ? 4 : 3]
    if (type === 'IDAT') data.push(body)
    at += length + 12
  }
  const rows = inflateSync(Buffer.concat(data))
  const stride = width * channels
  const pixels = new Uint32Array(width * height)
  let above = Buffer.alloc(stride)
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1)
    const row = rows.subarray(start + 1, start + 1 + stride)
    unfilter(rows[start] ?? 0, row, above, channels)
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = row.readUIntBE(x * channels, 3)
    above = row
  }
  return { width, height, pixels }
}

/** Undoes in place what a row was written with (PNG, "Filter types"). */
function unfilter(filter: number, row: Buffer, above: Buffer, channels: number): void {
  if (filter === 0) return
  for (let at = 0; at < row.length; at += 1) {
    const left = row[at - channels] ?? 0
    const up = above[at] ?? 0
    const corner = above[at - channels] ?? 0
    const guess = [0, left, up, (left + up) >> 1, toPaeth(left, up, corner)][filter] ?? 0
    row[at] = ((row[at] ?? 0) + guess) & 255
  }
}

function toPaeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
