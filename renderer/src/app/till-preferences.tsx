import { lazy, useEffect, type ReactElement } from 'react'
import type { Health } from '../../../shared/ipc/snapshots.ts'
import { usePreferences } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { speaker } from '../ui/sound.ts'
import { useText } from '../ui/text.ts'
import { showHealth, showPreferences, usePage } from './page-store.ts'
import { Part } from './part.tsx'

const PreferencesPanel = lazy(() =>
  import('../features/preferences/preferences-panel.tsx').then((module) => ({ default: module.PreferencesPanel })),
)

/** Keeps the loudspeaker as it was chosen, and opens the panel in which that is done. */
export function TillPreferences({ health }: { health: Health | null }): ReactElement | null {
  const { value: preferences } = usePreferences()
  const isShown = usePage((state) => state.arePreferencesShown)
  useEffect(() => {
    if (preferences !== undefined) speaker.set(preferences)
  }, [preferences])
  if (!isShown || preferences === undefined) return null
  return (
    <Part onClose={() => showPreferences(false)}>
      <PreferencesPanel
        preferences={preferences}
        // A listener that is well is on no line of the page, and somebody may want to know what came to it.
        footer={health === null || health.callback.status === 'off' ? null : <ToHealth />}
        onClose={() => showPreferences(false)}
      />
    </Part>
  )
}

function ToHealth(): ReactElement {
  const { say } = useText()
  return (
    <Button kind="quiet" onPress={showHealthInstead}>
      {say('health.label')}
    </Button>
  )
}

function showHealthInstead(): void {
  showPreferences(false)
  showHealth(true)
}
