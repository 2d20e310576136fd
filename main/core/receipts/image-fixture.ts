import { crc32, deflateSync } from 'node:zlib'

/** One chunk of a PNG with its checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** The header of a grey PNG of eight bits. */
export function pngHeader(widthPx: number, heightPx: number, rest: readonly number[] = [8, 0, 0, 0, 0]): Buffer {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  return pngChunk('IHDR', Buffer.concat([header, Buffer.from(rest)]))
}

export const PNG_MAGIC = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
export const PNG_END = pngChunk('IEND', Buffer.alloc(0))

/** A blank PNG that any browser shows. */
export function png(widthPx = 120, heightPx = 40): Buffer {
  const pixels = deflateSync(Buffer.alloc((widthPx + 1) * heightPx, 255))
  return Buffer.concat([PNG_MAGIC, pngHeader(widthPx, heightPx), pngChunk('IDAT', pixels), PNG_END])
}

/** One segment of a JPEG: its marker, its length, its data. */
export function jpegSegment(marker: number, data: readonly number[]): Buffer {
  return Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data])
}

/** A frame header of one grey component. */
export function jpegFrame(widthPx: number, heightPx: number, marker = 0xc0): Buffer {
  return jpegSegment(marker, [8, heightPx >> 8, heightPx & 255, widthPx >> 8, widthPx & 255, 1, 1, 0x11, 0])
}

/** The structure of a JPEG around a frame; its pixels are made up. */
export function jpeg(frame = jpegFrame(120, 40), rest: readonly number[] = [0xff, 0xd9]): Buffer {
  const tables = Buffer.concat([jpegSegment(0xe0, [...Buffer.from('JFIF\0')]), jpegSegment(0xdb, [0, 1, 2])])
  const scan = [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
  const start = Buffer.from([0xff, 0xd8])
  return Buffer.concat([start, tables, frame, jpegSegment(0xda, [1, 1, 0, 0, 63, 0]), Buffer.from([...scan, ...rest])])
}
