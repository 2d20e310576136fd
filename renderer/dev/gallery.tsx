import { createRoot } from 'react-dom/client'
import '../src/ui/tokens.css'
import '../src/ui/base.css'
import { GalleryIndex } from './gallery-index.tsx'
import { openGalleryState, openScene } from './open-scene.tsx'
import { GALLERY_STATES } from './gallery-states.ts'

/**
 * Every screen without a core: `/dev/gallery.html` lists them, `?state=waiting-charge` shows one, and `?scene=waiting&locale=nl-NL`
 * whatever is asked for. What else is given (`dir=rtl`, `locale=…`) counts for both.
 */
const options = new URLSearchParams(location.search)
const root = document.getElementById('root')
const state = GALLERY_STATES.find(({ id }) => id === options.get('state'))
if (root !== null) {
  if (state !== undefined) openGalleryState(root, state, options)
  else if (options.has('scene')) openScene(root, options)
  else createRoot(root).render(<GalleryIndex states={GALLERY_STATES} />)
}
