import type { ReactElement } from 'react'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.ts'
import { useJobs, usePrinters } from '../../use-printing.ts'
import { JobList } from './job-list.tsx'

/** Every receipt that was not printed or sent, or of which nobody knows. */
export function JobsPanel({ onClose }: { onClose: () => void }): ReactElement {
  const { say } = useText()
  const jobs = useJobs()
  const { printers } = usePrinters()
  const waiting = (jobs?.jobs ?? []).filter(({ state }) => state !== 'done')
  return (
    <Panel title={say('jobs.title')} isRead onClose={onClose}>
      {waiting.length === 0 ? <p>{say('jobs.none')}</p> : <JobList jobs={waiting} printers={printers} isMixed />}
    </Panel>
  )
}
