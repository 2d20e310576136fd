import type { Paper } from '../../../shared/ipc/printing.ts'

/** How receipts are laid out on a paper: lengths in millimetres, letters in points. */
export interface PaperProfile {
  widthMm: number
  /** Null for a roll: a page is as long as what is on it. */
  heightMm: number | null
  marginMm: number
  /** Letters of plain size that stand on one line. */
  characters: number
  fontPt: number
}

/** The width of a letter of the fonts with letters of one width, in parts of its size: the widest of them. */
export const LETTER_WIDTH = 0.602
export const LINE_HEIGHT = 1.3
export const MM_PER_PT = 25.4 / 72

/** What the print heads reach: 48 mm of a 58 mm roll and 72 mm of an 80 mm roll. */
export const PAPER_PROFILES: Readonly<Record<Paper, PaperProfile>> = {
  '58mm': { widthMm: 58, heightMm: null, marginMm: 5, characters: 32, fontPt: 7 },
  '80mm': { widthMm: 80, heightMm: null, marginMm: 4, characters: 42, fontPt: 8 },
  a4: { widthMm: 210, heightMm: 297, marginMm: 20, characters: 48, fontPt: 11 },
}
