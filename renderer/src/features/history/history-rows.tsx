import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type Ref,
} from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useText, type Text } from '../../ui/text.ts'
import { toLines, type HistoryLine } from './days.ts'
import { HistoryRow } from './history-row.tsx'
import styles from './history-rows.module.css'
import { select, useHistoryPage } from './history-store.ts'
import type { Move } from './use-history-keys.ts'

export interface HistoryRowsHandle {
  move(move: Move): void
}

interface HistoryRowsProps {
  payments: readonly PaymentSnapshot[]
  now: number
  onOpen: (reference: Reference) => void
  /** Null where there is nothing older. */
  onNearEnd: (() => void) | null
  /** How much of the top of the window is covered by what stays there. */
  coveredPx: number
  handle: Ref<HistoryRowsHandle>
}

/** As the styles have them, so that rows stand where they belong before they are measured. */
const ROW_REM = 4.5
const DAY_REM = 2.5
/** Rows drawn beyond each edge, so that a fast scroll meets none that is not there yet. */
const OVERSCAN = 24
/** The same before anybody scrolls: a screenful, since an answer is drawn anew with each letter. */
const FIRST_OVERSCAN = 9
/** Asked for so long before the end that the end is seldom seen. */
const NEAR_END = 120
const ROWS_A_SCREEN = 8

/** The list as long as it is, of which only what is near the window is drawn. Typing alone does not draw it again. */
export const HistoryRows = memo(function HistoryRows(props: HistoryRowsProps): ReactElement {
  const { payments, now, onOpen, onNearEnd, coveredPx, handle } = props
  const text = useText()
  const selected = useHistoryPage((state) => state.selected)
  const list = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => toLines(payments, now), [payments, now])
  const scrollMargin = useTop(list)
  // Large windows have larger letters.
  const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  // Read once: where the page was when one of its payments was opened.
  const [scrolledTo] = useState(() => useHistoryPage.getState().scrolledTo)
  const wanted = useRef<Reference | null>(scrolledTo === null ? null : selected)
  const [overscan, setOverscan] = useState(scrolledTo === null ? FIRST_OVERSCAN : OVERSCAN)
  // oxlint-disable-next-line react/incompatible-library -- nothing of it goes further than this component
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (index) => (lines[index]?.type === 'day' ? DAY_REM : ROW_REM) * remPx,
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    overscan,
    scrollMargin,
    scrollPaddingStart: coveredPx + DAY_REM * remPx,
    scrollPaddingEnd: (ROW_REM * remPx) / 2,
    ...(scrolledTo === null ? {} : { initialOffset: scrolledTo }),
  })
  const drawn = virtualizer.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? 0

  // Nothing older is asked for before somebody scrolls: most searches end with what is seen at once.
  const isScrolled = (virtualizer.scrollOffset ?? 0) > 0
  const isShort = lines.length < OVERSCAN
  useEffect(() => {
    if ((isScrolled || isShort) && lines.length - lastDrawn < NEAR_END) onNearEnd?.()
  }, [isScrolled, isShort, lines.length, lastDrawn, onNearEnd])
  useEffect(() => setOverscan(isScrolled ? OVERSCAN : FIRST_OVERSCAN), [isScrolled])

  useEffect(() => {
    // What was chosen under another filter must not take the focus when it comes up again.
    if (wanted.current !== selected) wanted.current = null
    const row = wanted.current === null ? null : toElement(list.current, wanted.current)
    if (row === null) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })

  useImperativeHandle(handle, () => ({
    move(move) {
      const at = lines.findIndex((line) => line.key === selected)
      const next = toNext(lines, at, move)
      const line = lines[next]
      if (line?.type !== 'payment') return
      wanted.current = line.payment.reference
      select(line.payment.reference)
      virtualizer.scrollToIndex(next, { align: 'auto' })
    },
  }))

  return (
    <div ref={list} className={styles['list']} style={{ height: virtualizer.getTotalSize() }}>
      {drawn.map(({ key, index, start }) => {
        const line = lines[index]
        if (line === undefined) return null
        return (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className={styles['line']}
            style={{ transform: `translateY(${start - scrollMargin}px)` }}
          >
            {line.type === 'day' ? (
              <h2 className={styles['day']}>{toLabel(line, now, text)}</h2>
            ) : (
              <HistoryRow payment={line.payment} now={now} isSelected={line.key === selected} onOpen={onOpen} />
            )}
          </div>
        )
      })}
    </div>
  )
})

/** Where the list begins in the document: what stands above it comes and goes. */
function useTop(list: { current: HTMLElement | null }): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return
    const measure = () => setTop(Math.round(element.getBoundingClientRect().top + window.scrollY))
    const observer = new ResizeObserver(measure)
    // What stands above it in the page, and above the page in the frame, makes them grow.
    for (let around = element.parentElement; around !== null; around = around.parentElement) observer.observe(around)
    return () => observer.disconnect()
  }, [list])
  return top
}

function toElement(list: HTMLElement | null, reference: Reference): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-row="${reference}"]`) ?? null
}

/** The line of the payment that a move leads to; headings are passed over. */
function toNext(lines: readonly HistoryLine[], at: number, move: Move): number {
  const last = lines.length - 1
  switch (move) {
    case 'next':
      return skip(lines, Math.min(last, at + 1), 1)
    case 'previous':
      return skip(lines, Math.max(0, at - 1), -1)
    case 'nextPage':
      return skip(lines, Math.min(last, at + ROWS_A_SCREEN), 1)
    case 'previousPage':
      return skip(lines, Math.max(0, at - ROWS_A_SCREEN), -1)
    case 'first':
      return skip(lines, 0, 1)
    case 'last':
      return skip(lines, last, -1)
  }
}

function skip(lines: readonly HistoryLine[], index: number, step: 1 | -1): number {
  if (lines[index]?.type !== 'day') return index
  return lines[index + step] === undefined ? index + 1 : index + step
}

function toLabel(line: Extract<HistoryLine, { type: 'day' }>, now: number, { say, day }: Text): string {
  return line.which === 'earlier' ? day(line.at, now) : say(`history.${line.which}`)
}
