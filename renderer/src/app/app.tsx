import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, type ReactElement } from 'react'
import { IntlProvider } from 'react-intl'
import type { Desk } from '../desk.ts'
import { pickCatalogue, toUsableLocale } from '../messages/catalogue.ts'
import { DeskContext, useApp } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Mark } from '../ui/icons.tsx'
import { FailureNotice } from '../ui/notice.tsx'
import { useText } from '../ui/text.ts'
import styles from './app.module.css'
import { Frame } from './frame.tsx'
import { KeysPanel } from './keys-panel.tsx'
import { useLink } from './listen.ts'
import { showKeys, usePage } from './page-store.ts'
import { Routes } from './routes.tsx'
import { useShortcuts } from './shortcuts.ts'

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

function Localised(): ReactElement {
  const isLinkLost = useLink((state) => state.link) === 'lost'
  const { value: app, failure, readAgain } = useApp()
  const locale = toUsableLocale(app?.shop.locale ?? navigator.language)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const areKeysShown = usePage((state) => state.areKeysShown)
  useShortcuts(app !== undefined && app.shownPayment !== null)
  return (
    <IntlProvider locale={locale} messages={pickCatalogue(locale)}>
      {app === undefined ? (
        <Splash>{failure === null ? null : <ReadFailure failure={failure} onReadAgain={readAgain} />}</Splash>
      ) : (
        <Frame mode={app.mode} isLinkLost={isLinkLost}>
          <Routes app={app} />
        </Frame>
      )}
      {areKeysShown ? <KeysPanel onClose={() => showKeys(false)} /> : null}
    </IntlProvider>
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
  failure: Parameters<typeof FailureNotice>[0]['failure']
  onReadAgain: () => void
}

function ReadFailure({ failure, onReadAgain }: ReadFailureProps): ReactElement {
  const { say } = useText()
  return <FailureNotice failure={failure} actions={<Button onPress={onReadAgain}>{say('app.readAgain')}</Button>} />
}
