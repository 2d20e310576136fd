import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState, type ReactElement } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import { directionOf } from '../../../shared/languages.ts'
import type { Desk } from '../desk.ts'
import { loadCatalogue, toUsableLocale } from '../messages/catalogue.ts'
import { rememberWords } from '../messages/words-ahead.ts'
import { DeskContext, useApp } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Mark } from '../ui/icons.tsx'
import { FailureNotice } from '../ui/notice.tsx'
import { TextContext, toText, useText, type Text } from '../ui/text.ts'
import styles from './app.module.css'
import { Approval } from './approval.tsx'
import { Frame } from './frame.tsx'
import { HealthPanel } from './health-panel.tsx'
import { KeysPanel } from './keys-panel.tsx'
import { useLink } from './listen.ts'
import { MoneyBack } from './money-back.tsx'
import { showHealth, showKeys, usePage } from './page-store.ts'
import { Part } from './part.tsx'
import { ReceiptPanels } from './receipt-panels.tsx'
import { Routes } from './routes.tsx'
import { Settlement } from './settlement.tsx'
import { useShortcuts } from './shortcuts.ts'
import { TillPreferences } from './till-preferences.tsx'

/** The whole page over one desk, which must be listening already: subscribe first, then read. */
export function App({ desk }: { desk: Desk }): ReactElement {
  return (
    <QueryClientProvider client={desk.client}>
      <DeskContext value={desk}>
        <Localised />
      </DeskContext>
    </QueryClientProvider>
  )
}

function Localised(): ReactElement | null {
  const isLinkLost = useLink((state) => state.link) === 'lost'
  const { value: app, failure, readAgain } = useApp()
  const shopLocale = app?.shop.locale ?? (failure === null ? null : navigator.language)
  const { words, haveFailed } = useWords(shopLocale)
  const areKeysShown = usePage((state) => state.areKeysShown)
  const isHealthShown = usePage((state) => state.isHealthShown)
  useShortcuts(app !== undefined && app.shownPayment !== null)
  if (words === null) return haveFailed ? <Wordless /> : null
  return (
    <TextContext value={words}>
      {app === undefined ? (
        <Splash>{failure === null ? null : <ReadFailure failure={failure} onReadAgain={readAgain} />}</Splash>
      ) : (
        <Frame
          mode={app.mode}
          isLinkLost={isLinkLost}
          // Over a payment there is nothing to be done about it.
          health={app.shownPayment === null ? app.health : null}
        >
          <Part key={app.shownPayment}>
            <Routes app={app} />
          </Part>
        </Frame>
      )}
      {app === undefined ? null : <Settlement shownPayment={app.shownPayment} />}
      {app === undefined ? null : <MoneyBack app={app} />}
      {app === undefined ? null : <ReceiptPanels />}
      <Approval />
      {areKeysShown ? <KeysPanel onClose={() => showKeys(false)} /> : null}
      <TillPreferences health={app?.health ?? null} />
      {app === undefined || !isHealthShown ? null : (
        <HealthPanel health={app.health} onClose={() => showHealth(false)} />
      )}
    </TextContext>
  )
}

interface Words {
  /** Null until they are loaded; those of before while others are. */
  words: Text | null
  /** Those of this language could not be loaded. */
  haveFailed: boolean
}

/** The words of the shop's language. */
function useWords(shopLocale: string | null): Words {
  const [words, setWords] = useState<Text | null>(null)
  const [failedLocale, setFailedLocale] = useState<string | null>(null)
  useEffect(() => {
    if (shopLocale === null) return
    const load = { isWanted: true }
    const take = async () => {
      const locale = toUsableLocale(shopLocale)
      const loaded = await loadWords(locale)
      if (!load.isWanted) return
      if (loaded === null) return setFailedLocale(shopLocale)
      document.documentElement.lang = locale
      document.documentElement.dir = directionOf(locale)
      rememberWords(locale)
      setWords(loaded)
    }
    void take()
    return () => {
      load.isWanted = false
    }
  }, [shopLocale])
  return { words, haveFailed: failedLocale !== null && failedLocale === shopLocale }
}

/** Null where their file cannot be had. */
async function loadWords(locale: string): Promise<Text | null> {
  try {
    return toText(locale, await loadCatalogue(locale))
  } catch {
    return null
  }
}

/** Where the till has no words at all, in the only ones that need no file. */
function Wordless(): ReactElement {
  return (
    <main className={styles['splash']} lang="en" dir="ltr">
      <Mark size={72} />
      <h1>Paydesk</h1>
      <p role="alert">
        Paydesk could not load its words. Look at the terminal before you charge anything again. Load the screen again;
        if this stays, start Paydesk again.
      </p>
      <Button kind="primary" onPress={() => location.reload()}>
        Load again
      </Button>
    </main>
  )
}

function Splash({ children }: { children: ReactElement | null }): ReactElement {
  const { say } = useText()
  return (
    <main className={styles['splash']}>
      <Mark size={72} />
      <h1>Paydesk</h1>
      {children ?? <output>{say('app.loading')}</output>}
    </main>
  )
}

interface ReadFailureProps {
  failure: AppError
  onReadAgain: () => void
}

function ReadFailure({ failure, onReadAgain }: ReadFailureProps): ReactElement {
  const { say } = useText()
  return (
    <FailureNotice
      failure={failure}
      moves="none"
      actions={<Button onPress={onReadAgain}>{say('app.readAgain')}</Button>}
    />
  )
}
