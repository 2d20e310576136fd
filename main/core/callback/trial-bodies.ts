import { resultBody } from './trial-letters.ts'

/** At least 0, less than 1. */
type Draw = () => number

const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  ',',
  ':',
  'null',
  'true',
  '1e999',
  '-0',
  '9007199254740993',
  '"__proto__":{"isAdmin":true},',
  '"constructor":{"prototype":{"x":1}},',
  '"finStatus":"DECLINED",',
  '"finStatus":{},',
  '\u0000',
  '\uFEFF',
  '\\ud800',
  '</script>',
  'Infinity',
] as const

/**
 * A result with 0 to 8 things wrong with it, or something that was never one. The same lots give the same body.
 * @param whole the result, one of the trials' sale unless given
 */
export function drawBadBody(draw: Draw, whole?: string): Buffer {
  const below = (limit: number): number => Math.floor(draw() * limit)
  const kind = below(20)
  if (kind === 0) return Buffer.from(Array.from({ length: below(2_000) }, () => below(256)))
  if (kind === 1) return Buffer.from('['.repeat(below(5_000)) + '{"a":'.repeat(below(5_000)))
  if (kind === 2 && draw() < 0.05) return Buffer.from(resultBody({ x: 'x'.repeat(below(400_000)) }))
  let text = whole ?? drawResult(below)
  for (let wrongs = below(9); wrongs > 0; wrongs -= 1) text = spoil(text, below)
  const bytes = Buffer.from(text)
  if (draw() < 0.1) bytes[below(bytes.length)] = below(256)
  return bytes
}

function drawResult(below: (limit: number) => number): string {
  return resultBody({
    totalAmount: below(2_000_000),
    deviceStatus: { serialNumber: `${below(1e9)}` },
    customFields: [],
  })
}

function spoil(text: string, below: (limit: number) => number): string {
  const [from, to] = [below(text.length + 1), below(text.length + 1)]
  const piece = PIECES[below(PIECES.length)] ?? ''
  switch (below(6)) {
    case 0:
      return text.slice(0, from)
    case 1:
      return text.slice(from)
    case 2:
      return text.slice(0, from) + text.slice(to)
    case 3:
      // After a brace: more often JSON still.
      return text.replace(/[{,]/, (found) => `${found}${piece}`)
    case 4:
      return text.replace(/[0-9]+/, piece)
    default:
      return text.slice(0, from) + piece + text.slice(from)
  }
}
