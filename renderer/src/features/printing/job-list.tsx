import type { ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { JobSnapshot, JobState, PrintersSnapshot } from '../../../../shared/ipc/printing.ts'
import { useDesk, usePayment } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { useText, type Text } from '../../ui/text.ts'
import { useCommand } from '../../use-command.ts'
import styles from './job-list.module.css'

const ICONS: Readonly<Record<JobState, IconName>> = {
  queued: 'clock',
  running: 'printer',
  done: 'tick',
  uncertain: 'question',
  failed: 'warning',
}

interface JobListProps {
  jobs: readonly JobSnapshot[]
  printers: PrintersSnapshot | undefined
  /** Says of each which paper of which moment it is: where jobs of several payments stand together. */
  isMixed?: boolean
}

/** Receipts on their way, with what became of each and what can be done. */
export function JobList({ jobs, printers, isMixed = false }: JobListProps): ReactElement {
  return (
    <ul className={styles['jobs']}>
      {jobs.map((job) => (
        <Job key={job.id} job={job} printers={printers} isMixed={isMixed} />
      ))}
    </ul>
  )
}

function Job({ job, printers, isMixed }: { job: JobSnapshot; isMixed: boolean } & Pick<JobListProps, 'printers'>) {
  const text = useText()
  const { say } = text
  const desk = useDesk()
  const retry = useCommand('print:retry')
  const dismiss = useCommand('print:dismiss')
  const failure = retry.failure ?? dismiss.failure
  const isStuck = job.state === 'failed' || job.state === 'uncertain' || (job.state === 'queued' && job.attempts > 0)
  const others = job.way === 'printer' ? (printers?.printers ?? []).filter(({ name }) => name !== job.to) : []
  const isBusy = retry.isPending || dismiss.isPending
  const again = job.state === 'uncertain' ? (job.way === 'mail' ? 'job.resend' : 'job.repeat') : 'job.retry'

  return (
    <li className={styles['job']} data-state={job.state}>
      <span className={styles['icon']}>
        <Icon name={ICONS[job.state]} size={26} />
      </span>
      <div className={styles['words']} role={job.state === 'done' ? 'status' : 'alert'}>
        <p className={styles['state']}>{toJobWords(job, text)}</p>
        {isMixed ? (
          <p className={styles['what']}>
            <Whose reference={job.reference} />
            {say(`print.what.${job.what}`)} · {text.time(job.createdAt)}
          </p>
        ) : null}
        {job.problem === null ? null : (
          <p>
            {[
              say(`job.problem.${job.problem}`),
              ...(job.state === 'queued' ? [say('job.triesAgain')] : []),
              say('job.unaffected'),
            ].join(' ')}
          </p>
        )}
        {isStuck ? (
          <div className={styles['acts']}>
            <Button isAsleep={isBusy} onPress={() => void retry.run({ id: job.id })}>
              {say(again)}
            </Button>
            {others.map(({ name, label }) => (
              <Button key={name} isAsleep={isBusy} onPress={() => void retry.run({ id: job.id, printer: name })}>
                {say('job.other', { printer: label })}
              </Button>
            ))}
            <Button
              kind="quiet"
              isAsleep={isBusy}
              onPress={() => void dismiss.run({ id: job.id }).then((left) => left && desk.takeJobs(left))}
            >
              {say(job.state === 'uncertain' ? 'job.cameOut' : 'job.dismiss')}
            </Button>
          </div>
        ) : null}
        {failure === null ? null : <FailureNotice failure={failure} moves="none" />}
      </div>
    </li>
  )
}

/** Which payment it belongs to. */
function Whose({ reference }: { reference: Reference }): ReactElement | null {
  const text = useText()
  const { value: payment } = usePayment(reference)
  return payment === undefined ? null : <>{toWhat(payment, text)} · </>
}

function toJobWords({ way, state, to, isCopy }: JobSnapshot, { say }: Text): string {
  return state === 'done' && isCopy ? say(`job.${way}.doneCopy`, { to }) : say(`job.${way}.${state}`, { to })
}
