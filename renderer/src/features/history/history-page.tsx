import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { toFormatLocale } from '../../../../shared/formats.ts'
import type { Reference } from '../../../../shared/ids.ts'
import type { HistorySearch } from '../../../../shared/ipc/history.ts'
import type { AppSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { readMeanings } from '../../../../shared/history-meanings.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyList } from '../../ui/list-page.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { useText } from '../../ui/text.ts'
import { useNow } from '../../ui/use-now.ts'
import { useHistory } from '../../use-history.ts'
import { HistoryFilters } from './history-filters.tsx'
import styles from './history-page.module.css'
import { HistoryRows, type HistoryRowsHandle } from './history-rows.tsx'
import { HistoryMeanings, HistorySearchField } from './history-search.tsx'
import { choose, hasChoice, keepPlace, NO_CHOICE, forgetPlace, startAnew, useHistoryPage } from './history-store.ts'
import { toFilter } from './to-filter.ts'
import { useHistoryKeys, type Move } from './use-history-keys.ts'

interface HistoryPageProps {
  shop: AppSnapshot['shop']
  onOpen: (reference: Reference) => void
  onBack: () => void
}

const MINUTE_MS = 60_000
/** How often the list is read again while the search becomes ready. */
const BUILDING_MS = 1500

/** Every payment of this till, newest first, and whatever is looked for among them. */
export function HistoryPage({ shop, onOpen, onBack }: HistoryPageProps): ReactElement {
  const { say } = useText()
  const choice = useHistoryPage((state) => state.choice)
  const now = useNow(true, MINUTE_MS)
  const filter = useMemo(() => toFilter(choice, now), [choice, now])
  const { list: history, rows, search, failure, isReading, isReadingOlder, isAnswered } = useHistory(filter)
  const title = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const list = useRef<HistoryRowsHandle>(null)
  const coveredPx = useCovered(bar)
  const hasOlder = rows !== undefined && rows.cursor !== null && failure === null
  const showOlder = useMemo(() => (hasOlder ? () => void history.showOlder() : null), [hasOlder, history])
  const isFiltered = hasChoice(choice)
  const isOnlyRead = rows !== undefined && rows.payments.length <= 1000
  const isBuilding = search.status === 'building'

  useVisit(title)
  useEffect(() => {
    if (!isBuilding || !isOnlyRead || isReading) return
    const timer = setTimeout(() => void history.readAgain(), BUILDING_MS)
    return () => clearTimeout(timer)
  }, [isBuilding, isOnlyRead, isReading, history])
  // Rows that are about to be replaced are not chosen from: the answer is waited for.
  const waiting = useRef<Move | null>(null)
  const move = (wanted: Move) => {
    if (isAnswered) list.current?.move(wanted)
    else waiting.current = wanted
  }
  useEffect(() => {
    if (!isAnswered || waiting.current === null) return
    list.current?.move(waiting.current)
    waiting.current = null
  }, [isAnswered])
  useHistoryKeys({
    onSearch() {
      field.current?.focus()
      if (field.current?.value !== '') field.current?.select()
    },
    onEscape() {
      if (!isFiltered) return onBack()
      choose(choice.text === '' ? NO_CHOICE : { text: '' })
    },
    onMove: move,
  })
  const open = useCallback(
    (reference: Reference) => {
      keepPlace(reference)
      onOpen(reference)
    },
    [onOpen],
  )

  return (
    <main className={styles['page']} aria-busy={!isAnswered}>
      <div ref={bar} className={styles['bar']}>
        <div className={styles['head']}>
          <h1 ref={title} tabIndex={-1} className={styles['title']}>
            {say('history.title')}
          </h1>
          <HistorySearchField
            text={choice.text}
            field={field}
            onEnter={() => {
              const [only, second] = rows?.payments ?? []
              if (isAnswered && only !== undefined && second === undefined) open(only.reference)
              else move('first')
            }}
          />
        </div>
        <HistoryFilters choice={choice} />
      </div>
      <div className={styles['told']}>
        <HistoryMeanings text={choice.text} shop={shop} />
        {hasChoice({ ...choice, text: '' }) ? (
          <button type="button" className={styles['clear']} onClick={() => choose({ ...NO_CHOICE, text: choice.text })}>
            {say('history.filter.clear')}
          </button>
        ) : null}
        <output className={styles['count']}>
          {rows === undefined || rows.total === null
            ? null
            : say(rows.total.isMore ? 'history.count.more' : 'history.count', { count: rows.total.count })}
        </output>
      </div>
      <SearchNotice search={search} isFiltered={isFiltered} />
      {failure === null ? null : (
        <FailureNotice
          failure={failure}
          moves="none"
          actions={<Button onPress={() => void history.readAgain()}>{say('app.readAgain')}</Button>}
        />
      )}
      {rows === undefined ? (
        failure === null ? (
          <output className={styles['end']}>{say('history.reading')}</output>
        ) : null
      ) : rows.payments.length === 0 && rows.cursor === null ? (
        <Nothing text={choice.text} shop={shop} isFiltered={isFiltered} />
      ) : (
        <>
          <HistoryRows
            payments={rows.payments}
            now={now}
            onOpen={open}
            onNearEnd={showOlder}
            coveredPx={coveredPx}
            handle={list}
          />
          <p className={styles['end']}>
            {rows.cursor === null ? say('history.end') : isReadingOlder ? say('history.reading') : null}
          </p>
        </>
      )}
    </main>
  )
}

function SearchNotice({ search, isFiltered }: { search: HistorySearch; isFiltered: boolean }): ReactElement | null {
  const { say, locale } = useText()
  const count = new Intl.NumberFormat(toFormatLocale(locale))
  if (search.status === 'building') {
    const values = { done: count.format(search.doneCount), all: count.format(search.allCount) }
    return (
      <Notice tone="note" icon="clock">
        {say('history.building', values)}
      </Notice>
    )
  }
  if (search.status !== 'failed' || !isFiltered) return null
  return (
    <Notice tone="doubt" icon="warning">
      {say('history.failed')}
    </Notice>
  )
}

function Nothing({
  text,
  shop,
  isFiltered,
}: {
  text: string
  shop: AppSnapshot['shop']
  isFiltered: boolean
}): ReactElement {
  const { say } = useText()
  if (!isFiltered) {
    return (
      <EmptyList icon="list" title={say('history.empty')}>
        {say('history.empty.todo')}
      </EmptyList>
    )
  }
  const which = text.trim() !== '' && readMeanings(text, shop).length === 0 ? 'unreadable' : 'nothing'
  return (
    <EmptyList icon="magnifier" title={say(`history.${which}`)}>
      {say(`history.${which}.todo`)}
    </EmptyList>
  )
}

/** A visit begins at the title, or where the page was when one of its payments was opened. */
function useVisit(title: { current: HTMLElement | null }): void {
  const [isBack] = useState(() => useHistoryPage.getState().scrolledTo !== null)
  useLayoutEffect(() => {
    if (isBack) return forgetPlace()
    startAnew()
    title.current?.focus()
  }, [isBack, title])
}

/** How much the bar covers of the window once the list is scrolled under it. */
function useCovered(bar: { current: HTMLElement | null }): number {
  const [covered, setCovered] = useState(0)
  useLayoutEffect(() => {
    const element = bar.current
    if (element === null) return
    const measure = () => setCovered(element.offsetHeight + Number.parseInt(getComputedStyle(element).top, 10))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [bar])
  return covered
}
