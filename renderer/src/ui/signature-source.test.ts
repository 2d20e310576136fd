import { describe, expect, test } from 'vitest'
import { toSignatureSource } from './signature-source.ts'

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

describe('a signature is shown', () => {
  test('as the picture that it is', () => {
    expect(toSignatureSource({ type: 'image', mediaType: 'image/png', base64: PNG })).toBe(
      `data:image/png;base64,${PNG}`,
    )
    expect(toSignatureSource({ type: 'image', mediaType: 'image/jpeg', base64: '/9j/4AAQ' })).toBe(
      'data:image/jpeg;base64,/9j/4AAQ',
    )
  })

  test.each([
    ['SVG', 'PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+'],
    ['HTML', 'PHNjcmlwdD4xPC9zY3JpcHQ+'],
    ['GIF', 'R0lGODlhAQABAAAAACw='],
    ['a JPEG that says it is a PNG', '/9j/4AAQ'],
    ['nothing', ''],
    ['an address behind it', `${PNG}"><img src=x>`],
    ['line breaks', `${PNG.slice(0, 40)}\n${PNG.slice(41)}`],
    ['another alphabet', `${PNG.slice(0, 40)}-_${PNG.slice(42)}`],
    ['too few letters', PNG.slice(0, 41)],
    ['more than main keeps', PNG.slice(0, 40).padEnd(800_000, 'A')],
  ])('but not %s', (_, base64) => {
    expect(toSignatureSource({ type: 'image', mediaType: 'image/png', base64 })).toBeNull()
  })
})
