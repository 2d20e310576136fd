import { err, ok, type Result } from '../../../shared/result.ts'
import { readJpegSize } from './jpeg-size.ts'
import { readPngSize } from './png-size.ts'

/** Safety H4. */
export const MAX_IMAGE_BYTES = 512 * 1024
const MAX_WIDTH = 2000
const MAX_HEIGHT = 1000

export interface ImageSize {
  widthPx: number
  heightPx: number
}

export interface SignatureImage extends ImageSize {
  mediaType: 'image/png' | 'image/jpeg'
  bytes: Uint8Array
}

/**
 * `notShown`: an image of a kind that Paydesk does not show. `damaged`: cut off, with something behind its end, or not built
 * as its kind is.
 */
export type ImageFlaw = 'tooLarge' | 'notAnImage' | 'notShown' | 'damaged' | 'tooManyPixels'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const OTHERS = ['GIF87a', 'GIF89a', 'BM', 'RIFF', '<svg', '<?xml'].map((magic) => [...Buffer.from(magic)])

/** A signature's bytes as an image that can be shown, or why not (safety H4; handpoint-api.md §4.8). Nothing is decoded. */
export function readSignatureImage(bytes: Uint8Array): Result<SignatureImage, ImageFlaw> {
  if (bytes.length > MAX_IMAGE_BYTES) return err('tooLarge')
  if (beginsWith(bytes, PNG)) return toImage('image/png', bytes, readPngSize(bytes))
  if (beginsWith(bytes, JPEG)) return toImage('image/jpeg', bytes, readJpegSize(bytes))
  return err(OTHERS.some((magic) => beginsWith(bytes, magic)) ? 'notShown' : 'notAnImage')
}

function toImage(
  mediaType: SignatureImage['mediaType'],
  bytes: Uint8Array,
  size: ImageSize | null,
): Result<SignatureImage, ImageFlaw> {
  if (size === null || size.widthPx === 0 || size.heightPx === 0) return err('damaged')
  if (size.widthPx > MAX_WIDTH || size.heightPx > MAX_HEIGHT) return err('tooManyPixels')
  return ok({ mediaType, bytes, ...size })
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
