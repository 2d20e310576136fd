import { NOTHING, OTHER, PARTING, seenAt } from './seen-characters.ts'

const SHORTEST = 13
const LONGEST = 19
/** Identifiers of the gateway are kept whole: one in some thousands holds, by chance, digits that pass for a card number. */
const UUID = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/gi
const UUID_LENGTH = 36

/**
 * The text with every full card number reduced to its last four digits (PCI DSS 3.4.1, safety P1): 13 to 19 digits that
 * pass the Luhn check, in one run or in groups, however these are parted and in whatever script (`seen-characters.ts`). No card
 * number begins with 0, which spares padded references. As long as it was: a star for each code unit of a digit.
 */
export function maskCardNumbers(text: string): string {
  if (text.length < SHORTEST || !hasEnoughDigits(text)) return text
  const hidden = findChains(text).filter(holdsCardNumber).flatMap(toHidden)
  if (hidden.length === 0) return text
  const units = text.split('')
  for (const { at, end } of hidden) units.fill('*', at, end)
  return units.join('')
}

const ONE_RUN_OR_UUID = /^(?:[0-9a-z]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/**
 * Whether a text can be an id as gateways, acquirers and terminals give them: a UUID, or one run of letters and digits. Where an id is
 * asked for, such a text is one, also if by chance its digits pass for a card number: that happens to one in ten of some lengths.
 */
export function isBareId(text: string): boolean {
  return ONE_RUN_OR_UUID.test(text)
}

/** As many digits as the shortest has, not counting a 0 before them: most texts have not, and are done with. */
const ENOUGH_DIGITS = /[1-9](?:[\s\p{Cc}._-]*[0-9]){12}/u
/** Where anything may be a digit, and anything may part digits. */
const BEYOND_ASCII = /[^\p{ASCII}]/u

function hasEnoughDigits(text: string): boolean {
  return ENOUGH_DIGITS.test(text) || (BEYOND_ASCII.test(text) && hasChain(text))
}

function hasChain(text: string): boolean {
  let digits = 0
  for (let index = 0; index < text.length; index += 1) {
    const seen = seenAt(text, index)
    if (seen < PARTING) digits += 1
    else if (seen === OTHER) digits = 0
    if (digits === SHORTEST) return true
  }
  return false
}

interface Digit {
  value: number
  at: number
  end: number
  /** Something that is seen parts it from the digit before. */
  beginsGroup: boolean
}

/** Digits that nothing but blanks, dashes, dots and what is not drawn comes between. */
type Chain = readonly Digit[]

function findChains(text: string): Chain[] {
  const ids = Array.from(text.matchAll(UUID), ({ index }) => index)
  const chains: Digit[][] = []
  let chain: Digit[] = []
  let beginsGroup = true
  let index = 0
  function endChain(): void {
    if (chain.length >= SHORTEST) chains.push(chain)
    chain = []
    beginsGroup = true
  }
  while (index < text.length) {
    if (index === ids[0]) {
      ids.shift()
      endChain()
      index += UUID_LENGTH
      continue
    }
    const seen = seenAt(text, index)
    const end = index + ((text.codePointAt(index) ?? 0) > 0xff_ff ? 2 : 1)
    if (seen < PARTING) {
      chain.push({ value: seen, at: index, end, beginsGroup })
      beginsGroup = false
    } else if (seen === PARTING) beginsGroup = true
    else if (seen !== NOTHING) endChain()
    index = end
  }
  endChain()
  return chains
}

/** All but the last four. */
function toHidden(chain: Chain): Chain {
  return chain.slice(0, -4)
}

/**
 * A card number begins where a group begins, its zeros aside, and ends where one ends. Within a run that is longer than any card
 * number it may be anywhere: glued to an expiry date or the like.
 */
function holdsCardNumber(chain: Chain): boolean {
  const groupEnds = findGroupEnds(chain)
  let groupStart = 0
  return chain.some(({ value, beginsGroup }, start) => {
    if (beginsGroup) groupStart = start
    if (value === 0) {
      if (groupStart === start) groupStart += 1
      return false
    }
    const groupEnd = groupEnds[start] ?? start
    const isLong = groupEnd - groupStart > LONGEST
    if (!isLong && groupStart !== start) return false
    return beginsCardNumber(chain, start, (end) => end === groupEnds[end - 1] || (isLong && end < groupEnd))
  })
}

/** For each digit, where its group ends. */
function findGroupEnds(chain: Chain): readonly number[] {
  const ends: number[] = []
  let end = chain.length
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    ends[index] = end
    if (chain[index]?.beginsGroup === true) end = index
  }
  return ends
}

/** Every length that a card number can have is tried in one go: which digits are doubled depends on nothing but its parity. */
function beginsCardNumber(chain: Chain, start: number, mayEndAt: (end: number) => boolean): boolean {
  const digits = chain.slice(start, start + LONGEST)
  const isOneDigit = (length: number): boolean =>
    digits.every(({ value }, at) => at >= length || value === digits[0]?.value)
  let [evenDoubled, oddDoubled] = [0, 0]
  return digits.some(({ value }, at) => {
    const doubled = value > 4 ? 2 * value - 9 : 2 * value
    evenDoubled += at % 2 === 0 ? doubled : value
    oddDoubled += at % 2 === 0 ? value : doubled
    const length = at + 1
    const sum = length % 2 === 0 ? evenDoubled : oddDoubled
    return length >= SHORTEST && sum % 10 === 0 && mayEndAt(start + length) && !isOneDigit(length)
  })
}
