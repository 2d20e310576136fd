import { createRoot } from 'react-dom/client'
import { App } from '../src/app/app.tsx'
import { listen } from '../src/app/listen.ts'
import { openPage, openPayment, openSettlement } from '../src/app/page-store.ts'
import { connectPreload } from '../src/bridge-preload.ts'
import { Desk } from '../src/desk.ts'
import '../src/ui/tokens.css'
import '../src/ui/base.css'
import { createFakeBridge } from './fake-bridge.ts'
import { HISTORY, PAYMENTS, UNRESOLVED } from './fixtures.ts'

/** Every screen without a core: `/dev/gallery.html?scene=waiting&locale=nl-NL`. */
const options = new URLSearchParams(location.search)
const scene = options.get('scene') ?? 'sell'
const desk = new Desk(connectPreload(createFakeBridge(scene, options)))
listen(desk)
const page = options.get('page')
if (page === 'history' || page === 'unresolved') openPage(page)
const opened = page === 'open' ? UNRESOLVED[1] : HISTORY[Number(options.get('row') ?? 0)]
if ((page === 'payment' || page === 'open') && opened !== undefined) openPayment(opened.reference)
const settled = page === 'settle' ? (PAYMENTS[scene] ?? UNRESOLVED[1]) : undefined
if (settled !== undefined) openSettlement(settled.reference)
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App desk={desk} />)
