const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
// Identifiers of the gateway are kept whole: one in some thousands holds, by chance, digits that pass for a card number.
const UUID_OR_DIGITS = new RegExp(`(${UUID})|[0-9]+(?:[ -][0-9]+)*`, 'g')
const SHORTEST = 13
const LONGEST = 19
/** As many digits as the shortest has, in one run or in groups, not counting a 0 before them: most texts have not. */
const ENOUGH_DIGITS = /[1-9](?:[ -]?[0-9]){12}/

/**
 * The text with every full card number reduced to its last four digits (PCI DSS 3.4.1, safety P1): 13 to 19 digits that
 * pass the Luhn check, in one run or in groups. No card number begins with 0, which spares padded references.
 */
export function maskCardNumbers(text: string): string {
  if (text.length < SHORTEST || !ENOUGH_DIGITS.test(text)) return text
  return text.replaceAll(UUID_OR_DIGITS, (found, uuid?: string) => (uuid === undefined ? maskDigits(found) : found))
}

/**
 * Whether a text can be an id as gateways, acquirers and terminals give them: one run of letters and digits. Where an id is asked
 * for, such a text is one, also if by chance its digits pass for a card number: that happens to one in ten of some lengths.
 */
export function isBareId(text: string): boolean {
  return /^[0-9A-Za-z]+$/.test(text)
}

function maskDigits(found: string): string {
  const groups = found.split(/[ -]/)
  return groups.some(holdsCardNumber) || groups.some((_, first) => beginsCardNumber(groups.slice(first)))
    ? hideAllButLastFour(found)
    : found
}

function hideAllButLastFour(text: string): string {
  return text.replaceAll(/[0-9](?=(?:[^0-9]*[0-9]){4})/g, '*')
}

/** A run that is longer than any card number may still hold one, glued to an expiry date or the like. */
function holdsCardNumber(run: string): boolean {
  const digits = run.replace(/^0+/, '')
  if (digits.length <= LONGEST) return isCardNumber(digits)
  for (let start = 0; start + SHORTEST <= digits.length; start += 1) {
    for (let length = SHORTEST; length <= LONGEST; length += 1) {
      if (isCardNumber(digits.slice(start, start + length))) return true
    }
  }
  return false
}

function beginsCardNumber(groups: readonly string[]): boolean {
  let digits = ''
  for (const group of groups) {
    digits += group
    if (digits.length > LONGEST) return false
    if (isCardNumber(digits)) return true
  }
  return false
}

function isCardNumber(digits: string): boolean {
  if (digits.length < SHORTEST || digits.startsWith('0') || new Set(digits).size === 1) return false
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
