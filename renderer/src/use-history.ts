import { useEffect, useSyncExternalStore } from 'react'
import type { HistoryFilter } from '../../shared/ipc/history.ts'
import { HistoryList, isSameFilter, type HistoryState } from './history-list.ts'
import { useApp, useDesk } from './queries.ts'

interface OpenHistory extends HistoryState {
  /** Until then the rows are those of the filter before. */
  isAnswered: boolean
  list: HistoryList
}

/** The history, newest first, as far as it was asked for under a filter, kept up to date by the news. */
export function useHistory(filter: HistoryFilter): OpenHistory {
  const list = useDesk().openHistory((read) => new HistoryList(read))
  const shop = useApp().value?.shop
  const state = useSyncExternalStore(list.subscribe, list.getState)
  useEffect(() => {
    if (shop !== undefined) void list.open(filter, shop)
  }, [list, filter, shop])
  return { ...state, list, isAnswered: isSameFilter(state.filter, filter) && !state.isReading }
}
