import { useState, type ReactElement } from 'react'
import type { ListenerTest as Told } from '../../../shared/ipc/listener-test.ts'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/notice.tsx'
import { useText } from '../ui/text.ts'
import { useCommand } from '../use-command.ts'
import styles from './health-panel.module.css'

/** Whether this computer finds the way to its own listener, what that proves, and what to do where it does not. */
export function ListenerTest(): ReactElement {
  const { say } = useText()
  const { run, isPending, failure } = useCommand('listener:test')
  const [told, setTold] = useState<Told | null>(null)
  const ask = async () => {
    setTold(null)
    setTold(await run({}))
  }
  return (
    <div className={styles['test']}>
      <Button isAsleep={isPending} onPress={() => void ask()}>
        {say('listener.test')}
      </Button>
      <output className={styles['told']}>
        {isPending ? say('listener.test.asking') : null}
        {told === null ? null : <Verdict told={told} />}
      </output>
      {failure === null ? null : <FailureNotice failure={failure} moves="none" />}
    </div>
  )
}

function Verdict({ told: { verdict, at } }: { told: Told }): ReactElement {
  const { say, preciseTime } = useText()
  return (
    <>
      <p className={styles['support']}>{say('listener.test.at', { time: preciseTime(at) })}</p>
      <p className={styles['verdict']}>{say(`listener.test.${verdict}`)}</p>
      {verdict === 'notListening' ? null : <p className={styles['support']}>{say('listener.test.here')}</p>}
    </>
  )
}
