import type { DocumentSnapshot } from '../../shared/ipc/snapshots.ts'
import { documentKindSchema, type DocumentKind } from '../../shared/transaction/events.ts'

/** As a terminal sends one (handpoint-api.md §4.7). */
function toTerminalReceipt(copy: string): string {
  const rows = [
    ['Sale', 'APPROVED'],
    ['Amount', 'EUR 45.00'],
    ['Visa contactless', '•••• 4242'],
    ['PIN verified', ''],
    ['Authorisation', '048213'],
    ['Terminal', '0821032395'],
    ['21/11/2026', '15:09:48'],
  ]
  const lines = rows.map(([name, value]) => `<p><label>${name}</label> <span>${value}</span></p>`)
  return [
    '<div class="center bold large">BAKERY DE MOLEN</div><div class="center">Mill street 7, Utrecht</div>',
    '<div class="separator solid"></div>',
    ...lines,
    `<div class="separator solid"></div><div class="center bold">${copy}</div>`,
  ].join('')
}

const COPIES: Readonly<Record<DocumentKind, string>> = {
  customerReceipt: 'CUSTOMER COPY',
  merchantReceipt: 'MERCHANT COPY',
  signature: '',
}

const SIGNATURE = [
  'iVBORw0KGgoAAAANSUhEUgAAAeAAAACqAQAAAABdG6GGAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3Cc',
  'ulE8AAAAAmJLR0QAAd2KE6QAAAAHdElNRQfqCxURJgJbKC+3AAAFCklEQVRo3u3ZTY6kNhQA4IeIhk00zAGiIQeJhmtlNbhu5qM4N/DSkRDE78cGzKPLVEdR',
  'FsWiqxr8Gfz8T8H6iQPe+I3f+I3f+I3/HeymT2AzfgLD8DpeoH8dz5/B4VP4S1eDg5qP/1qFLYzKdfe9Chu1UuyPGryAGhr7swYHAC2ZWWqwh9C+jF27NMr1',
  'pgrbflXw0lbh2HvMyxgmDc9dDV7iF/sqnmOo7XS6HPoaHDp1xAn93D/HvlexH2qwG3Q8VuERU54uuypsL/BUg82kYluFYb3AYXiOmwu8VuCl1bGpwfMFflTh',
  'TsdNbCZPceh13GonS+x1vNThQcddDcbWqWP3Mo5xrFgZ0Dig4L4G0/B1xqEen9NFbJ/j5gIP2qhYiX0Npn6h4bEGd7fx3xlTv1BiE6v/cYH9hnvCpxTxWa4w',
  '3olxuI/Nhgcd20u8QMbc48+zpF21SZtut8Mj/n1ouNWxbXLA3AU2lxjaDU8FtlQOPKNjT+suyHHfF2+RZdUVnoGWi3u8pQvA3xtpuOUzx2PNmOO8pfPQyJnz',
  'wmBBypnv8O4mjnPWMFte5EIq27pPZ3uQ7E7YkuUHgzWHKqYzEjMzYuvDMyWWG087TA88d3M+O1nBc4Ed0iEFbivt3Hs5H1eh1GyiLOd2A7s1PWylnXsra+5Z',
  'ZpkoCxz29ohB1txxUUZdJWOX2o+Dfb0Dl5bIr9B5uha7dzhgyEsXCcoeU4rwDSaa5HHOJBwEz+lhl8ONGfNAEmLt8YI9rugYy2cKZEwynDGd8lhgxiPnl7BL',
  'mxd3eOojHqShxkqmx/WCbecZm+O4QtgLngSbhEfGZgjcVordE+ORn2mVQdCsRxwD2XG8xkvcJtwccdwFcBsst5sgAVppfyMDUsLxPOaL9cdV2GqYYmgG+Yq3',
  'IRwDhxgLzDNhp2AehahAhLsjxlBTj7eDhjkak+A5YcPhwF0A4fLNxYbnPMEjJAyMcSFP+NhEBFPlhoxDwo3gifFS7u3pf8rWZ4xtBjEGDrERPDeX2LUlxrIj',
  'BkniOw1TjiZjrHbEgTH1NMSu1zCP4HldYgVjFfmJW9dDqakNLxs2EnGsooipXT+UmiJMWct7HMIrR5z2WhM9PeKlrCnGeDVsGMuIHcIwpr78wOzX53hJGO8U',
  'MT494vMLiYwdD08R0yAYMbWJiPHpEbtOwxQR+y1hKmPE1CYQT4xNr2I8a36nWLq0WRn4MSM2gs+vfzbsEqYyxsZBDSpiaYTzKdh0hYZZ4E7tpC1ETA3KTzyU',
  'P+L4uKp4wIkxY2oLEdPI4mUSMattL/Hc8rrESVuIGDgTHnXtT+W9E3BwYogFT7MMqLNkwuO9BeV1Wdp0h74RzENkRA1/cndwcI5Xxv57K9h2giQT7g5pcaVi',
  '90PwwM3Uf+Uy+oHvGLRXbQnbP/himk3TZ/hN9gLa60VqJDFv+2fGcqf0ebHgTpjqkSd4RHIn2QNAW4Flez9L4rTurXrX27hBkFQnFP9/iO14kWB6jlvzQaLT',
  '8dcBL+2dXwZCc8Rf7mAo8C9NvTUl/qg6i8PDCXc3bEqccV9p57S12eOhzobTSn/9uC2UNpcw4UeVdXlLdcBVx25XdBc73hWtL2APJ1uLLSi2CmcJ2sL1WYzS',
  'MayVOEB56HPVU1bU0BVeQD/0bnMM/R15wPpNxw+jmb6Ykq3Pj/yDwD2m47Falni4I4/41k2PuL9N/9e/P7/xG7/xf4n/ATotH4DTeueJAAAAJXRFWHRkYXRl',
  'OmNyZWF0ZQAyMDI2LTExLTIxVDE3OjM4OjAxKzAwOjAweoJMVQAAACV0RVh0ZGF0ZTptb2RpZnkAMjAyNi0xMS0yMVQxNzozODowMSswMDowMAvf9OkAAAAA',
  'SUVORK5CYII=',
].join('')

const signed = { type: 'image', mediaType: 'image/png', base64: SIGNATURE } as const
const pending = { type: 'pending' } as const

/** What a payment's papers are, by the name of the scene's `papers`. Until any are named they are on their way. */
const PAPERS: Readonly<Record<string, (kind: DocumentKind) => DocumentSnapshot | null>> = {
  terminal: (kind) => (kind === 'signature' ? signed : toHtml(toTerminalReceipt(COPIES[kind]))),
  none: () => null,
  built: (kind) => (kind === 'signature' ? null : { ...toHtml(toTerminalReceipt(COPIES[kind])), origin: 'built' }),
  /** Longer than any on paper: shown as text. */
  long: (kind) =>
    toHtml(toTerminalReceipt(COPIES[kind]) + '<p>One bread roll at 0.45, and one more of them</p>'.repeat(4000)),
  purged: (kind) =>
    kind === 'signature'
      ? { type: 'expired' }
      : { ...toHtml(toTerminalReceipt(COPIES[kind])), origin: 'built', isExpired: true },
}

function toHtml(html: string): Extract<DocumentSnapshot, { type: 'html' }> {
  return { type: 'html', origin: 'terminal', html, isExpired: false }
}

/** The paper that a page reads; null where there is none. */
export function readPaper(papers: string | null, input: unknown): DocumentSnapshot | null {
  const kind = documentKindSchema.safeParse(
    typeof input === 'object' && input !== null && 'kind' in input && input.kind,
  )
  const paper = PAPERS[papers ?? '']
  return paper === undefined || !kind.success ? pending : paper(kind.data)
}
