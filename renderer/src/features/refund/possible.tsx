import { useState, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { AppSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentRecord } from '../../desk.ts'
import type { MessageId } from '../../messages/catalogue.ts'
import { useRecord } from '../../queries.ts'
import { toMoneyBackActs, type MoneyBackAct } from '../../money-back-acts.ts'
import { NotPossible } from './not-possible.tsx'
import { useForgottenFailures } from './use-forgotten-failures.ts'

type Kind = MoneyBackAct['act']
type ActOf<Wanted extends Kind> = Extract<MoneyBackAct, { act: Wanted }>

interface PossibleProps<Wanted extends Kind> {
  reference: Reference
  app: AppSnapshot
  wanted: Wanted
  title: MessageId
  onClose: () => void
  /** The panel itself, given what is wanted and everything else that can be done instead. */
  children: (record: PaymentRecord, act: ActOf<Wanted>, others: readonly Kind[]) => ReactElement
}

/** The panel of one act for as long as the act is possible; else why it is not. */
export function Possible<Wanted extends Kind>(props: PossibleProps<Wanted>): ReactElement | null {
  const { reference, app, wanted, title, onClose, children } = props
  const { value: record } = useRecord(reference)
  useForgottenFailures()
  const [openedAt] = useState(() => Date.now())
  if (record === undefined) return null
  const acts = toMoneyBackActs(record, app.allows, openedAt)
  const act = acts.find((one): one is ActOf<Wanted> => one.act === wanted)
  if (act === undefined) return <NotPossible record={record} title={title} onClose={onClose} />
  return children(
    record,
    act,
    acts.map((one) => one.act),
  )
}
