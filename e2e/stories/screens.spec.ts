import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { listStates, openState, test } from '../gallery.ts'
import { writePicture } from '../picture.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'screens', 'gallery')

const LIGHT = { name: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } } as const
const DARK = { name: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } } as const
const CONTRAST = { name: 'contrast', media: { colorScheme: 'light', contrast: 'more' } } as const

/** Also in high contrast. */
const CONTRASTED = new Set(['sell-amount', 'waiting-charge', 'approved-charge', 'notKnown-charge', 'history'])
/** What they share with a sale they share in the dark too. */
const OTHER_KINDS = /-(?:refund|undo|hold|adjust|none)$/

test.use({ timezoneId: 'Europe/Amsterdam' })

for (const { name, media } of [LIGHT, DARK, CONTRAST]) {
  test(`every state of the gallery is kept as a picture when pictures are wanted: ${name}`, async ({
    page,
    gallery,
  }) => {
    test.skip(process.env['PAYDESK_SCREENS'] !== 'yes', 'pictures are not wanted: set PAYDESK_SCREENS=yes')
    test.setTimeout(600_000)
    mkdirSync(FOLDER, { recursive: true })
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    const states = (await listStates(page, gallery)).filter(
      ({ id }) => name === 'light' || (name === 'dark' ? !OTHER_KINDS.test(id) : CONTRASTED.has(id)),
    )
    for (const { id } of states) {
      await openState(page, gallery, `state=${id}`)
      writePicture(join(FOLDER, `${id}-${name}.png`), await page.screenshot())
    }
  })
}
