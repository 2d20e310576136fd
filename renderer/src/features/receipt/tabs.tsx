import { useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import styles from './tabs.module.css'

interface TabsProps<Id extends string> {
  labelledBy: string
  tabs: readonly { id: Id; name: string }[]
  chosen: Id
  onChoose: (id: Id) => void
  /** What the chosen tab shows. */
  children: ReactNode
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Tabs over one panel: one stop of the Tab key, arrows go from one to the next. */
export function Tabs<Id extends string>(props: TabsProps<Id>): ReactElement {
  const { labelledBy, tabs, chosen, onChoose, children } = props
  const list = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent): void {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = tabs.findIndex(({ id }) => id === chosen)
    const isSideways = event.key === 'ArrowRight' || event.key === 'ArrowLeft'
    const isBackwards = isSideways && getComputedStyle(event.currentTarget).direction === 'rtl'
    const next = tabs[(at + (isBackwards ? -step : step) + tabs.length) % tabs.length]
    if (next === undefined) return
    onChoose(next.id)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus()
  }

  return (
    <>
      <div
        ref={list}
        className={styles['tabs']}
        role="tablist"
        aria-labelledby={labelledBy}
        onKeyDown={move}
        tabIndex={-1}
      >
        {tabs.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            data-tab={id}
            aria-selected={id === chosen}
            aria-controls={`${labelledBy}-panel`}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {name}
          </button>
        ))}
      </div>
      <div id={`${labelledBy}-panel`} role="tabpanel" aria-labelledby={`tab-${chosen}`}>
        {children}
      </div>
    </>
  )
}
