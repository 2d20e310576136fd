import { crc32, deflateSync } from 'node:zlib'

const width = 120
const height = 40

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A scribble as a PNG: real bytes, so that a client's image handling is really exercised. */
export function signaturePng(): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(width + 1, 255)
    row[0] = 0
    for (let x = 6; x < width - 6; x++) {
      const stroke = height / 2 + 12 * Math.sin(x / 7) * Math.cos(x / 23)
      if (Math.abs(stroke - y) < 1.5) row[x + 1] = 0
    }
    return row
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits per pixel, grey.
  header[8] = 8
  const start = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
