import './no-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { listen } from './app/listen.ts'
import { connectBridge } from './bridge.ts'
import { Desk } from './desk.ts'
import { loadWordsAhead } from './messages/words-ahead.ts'
import { readAhead } from './queries.ts'
import './ui/tokens.css'
import './ui/base.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const desk = new Desk(connectBridge())
listen(desk)
readAhead(desk)
loadWordsAhead()
createRoot(root).render(
  <StrictMode>
    <App desk={desk} />
  </StrictMode>,
)
