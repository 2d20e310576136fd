import type { ReactElement } from 'react'
import { historyKindSchema, historyStateGroupSchema } from '../../../../shared/ipc/history.ts'
import { useTerminals } from '../../queries.ts'
import { useText } from '../../ui/text.ts'
import styles from './history-filters.module.css'
import { choose, type HistoryChoice } from './history-store.ts'

/** What the list can be narrowed to. Each filter that is set stands out. */
export function HistoryFilters({ choice }: { choice: HistoryChoice }): ReactElement {
  const { say } = useText()
  const { day, group, kind, serialNumber } = choice
  const terminals = useTerminals().value?.terminals ?? []
  return (
    <fieldset aria-label={say('history.filters')} className={styles['filters']}>
      <Chip isOn={day === 'today'} onPress={() => choose({ day: day === 'today' ? null : 'today' })}>
        {say('history.filter.today')}
      </Chip>
      <label className={styles['pick']} data-on={day !== null && day !== 'today'}>
        <span>{say('history.filter.day')}</span>
        <input
          type="date"
          value={day === null || day === 'today' ? '' : day}
          onChange={(event) => choose({ day: event.target.value || null })}
        />
      </label>
      {historyStateGroupSchema.options.map((one) => (
        <Chip key={one} isOn={group === one} onPress={() => choose({ group: group === one ? null : one })}>
          {say(`history.filter.group.${one}`)}
        </Chip>
      ))}
      <select
        className={styles['pick']}
        data-on={kind !== null}
        aria-label={say('history.filter.kind')}
        value={kind ?? ''}
        onChange={(event) => choose({ kind: historyKindSchema.safeParse(event.target.value).data ?? null })}
      >
        <option value="">{say('history.filter.kind.all')}</option>
        {historyKindSchema.options.map((one) => (
          <option key={one} value={one}>
            {say(`history.filter.kind.${one}`)}
          </option>
        ))}
      </select>
      {terminals.length < 2 && serialNumber === null ? null : (
        <select
          className={styles['pick']}
          data-on={serialNumber !== null}
          aria-label={say('history.filter.terminal')}
          value={serialNumber ?? ''}
          onChange={(event) => choose({ serialNumber: event.target.value || null })}
        >
          <option value="">{say('history.filter.terminal.all')}</option>
          {terminals.map((terminal) => (
            <option key={terminal.serialNumber} value={terminal.serialNumber}>
              {terminal.name}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  )
}

function Chip({ isOn, onPress, children }: { isOn: boolean; onPress: () => void; children: string }): ReactElement {
  return (
    <button type="button" className={styles['chip']} aria-pressed={isOn} onClick={onPress}>
      {children}
    </button>
  )
}
