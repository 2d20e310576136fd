import { lazy, useEffect, type ReactElement } from 'react'
import { usePreferences } from '../queries.ts'
import { speaker } from '../ui/sound.ts'
import { showPreferences, usePage } from './page-store.ts'
import { Part } from './part.tsx'

const PreferencesPanel = lazy(() =>
  import('../features/preferences/preferences-panel.tsx').then((module) => ({ default: module.PreferencesPanel })),
)

/** Keeps the loudspeaker as it was chosen, and opens the panel in which that is done. */
export function TillPreferences(): ReactElement | null {
  const { value: preferences } = usePreferences()
  const isShown = usePage((state) => state.arePreferencesShown)
  useEffect(() => {
    if (preferences !== undefined) speaker.set(preferences)
  }, [preferences])
  if (!isShown || preferences === undefined) return null
  return (
    <Part onClose={() => showPreferences(false)}>
      <PreferencesPanel preferences={preferences} onClose={() => showPreferences(false)} />
    </Part>
  )
}
