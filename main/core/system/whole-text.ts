/**
 * Text in the form in which a database and a hash over it agree: SQLite keeps U+FFFD for half a character (a lone UTF-16
 * surrogate) and takes the text to end at a NUL character.
 */
export function toWholeText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

/** The first so many UTF-16 units of a text, or one less where they would end within a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}
