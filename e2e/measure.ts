import type { Page } from '@playwright/test'

/** Amounts and states whose contrast is less than 7:1, by the colours that the browser computed. */
export function measureContrast(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 7
    const SELECTOR = '[class*="_amount_"], [data-screen] h1, [class*="_badge"], [data-money][class]'

    function read(colour: string): readonly number[] {
      const parts = colour.match(/[\d.]+/g)?.map(Number) ?? []
      return colour.startsWith('color(') ? [...parts.slice(0, 3).map((part) => part * 255), parts[3] ?? 1] : parts
    }

    function findGround(element: Element | null): readonly number[] {
      if (element === null) return [255, 255, 255]
      const ground = read(getComputedStyle(element).backgroundColor)
      return (ground[3] ?? 1) === 1 && ground.length > 0 ? ground : findGround(element.parentElement)
    }

    function toLuminance(colour: readonly number[]): number {
      const [red = 0, green = 0, blue = 0] = colour.map((part) => {
        const share = part / 255
        return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    return [...document.querySelectorAll<HTMLElement>(SELECTOR)].flatMap((element) => {
      const text = element.innerText.trim()
      if (text === '' || element.offsetParent === null) return []
      const [one, other] = [read(getComputedStyle(element).color), findGround(element)].map(toLuminance)
      const [light, dark] = [Math.max(one ?? 0, other ?? 0), Math.min(one ?? 0, other ?? 0)]
      const contrast = (light + 0.05) / (dark + 0.05)
      return contrast >= LEAST ? [] : [`${contrast.toFixed(1)}:1 of "${text}"`]
    })
  })
}

/** What is too small to press, cut off, covered, out of reach, or moving. */
export function findFlaws(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CONTROLS = 'button, a[href], input, select, summary, [role=tab]'
    const TARGET_PX = 48
    const open = [...document.querySelectorAll('dialog[open]')].at(-1)
    const flaws: string[] = []

    const scroller = document.scrollingElement ?? document.documentElement
    if (scroller.scrollWidth > innerWidth) flaws.push(`the page is ${scroller.scrollWidth} px wide`)
    const moves = document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && Number(effect?.getComputedTiming().duration) > 1)
    if (moves.length > 0) flaws.push('something moves')

    for (const control of (open ?? document).querySelectorAll<HTMLElement>(CONTROLS)) {
      if (!control.checkVisibility() || control.closest('[inert], .visually-hidden') !== null) continue
      const isChoice = control.matches('input[type=radio], input[type=checkbox]')
      const target = (isChoice ? control.closest('label') : null) ?? control.closest('label:has(> input)') ?? control
      const name =
        (control.getAttribute('aria-label') ?? control.innerText).trim().replaceAll(/\s+/g, ' ').slice(0, 40) ||
        control.tagName
      target.scrollIntoView({ block: 'center', inline: 'nearest' })
      const { left, right, width, height, top } = target.getBoundingClientRect()
      if (width < TARGET_PX - 0.5 || height < TARGET_PX - 0.5)
        flaws.push(`${name}: ${width.toFixed(0)} × ${height.toFixed(0)}`)
      if (left < -0.5 || right > innerWidth + 0.5) flaws.push(`${name}: beyond the edge`)
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      const isReached = hit !== null && (target.contains(hit) || hit.contains(target))
      if (!isReached)
        flaws.push(`${name}: covered by ${hit?.className.toString().slice(0, 40) ?? 'the edge of the window'}`)
    }
    for (const key of document.querySelectorAll<HTMLElement>('button[class*="_key_"]')) {
      const { width, height } = key.getBoundingClientRect()
      if (width < 72 || height < 64) flaws.push(`key ${key.innerText}: ${width.toFixed(0)} × ${height.toFixed(0)}`)
    }
    const charge = document.querySelector('[class*="_charge_"]')?.getBoundingClientRect()
    if (charge !== undefined && charge.height < 88) flaws.push(`Charge: ${charge.height} high`)

    for (const element of (open ?? document).querySelectorAll<HTMLElement>('main *, dialog *')) {
      if (!element.checkVisibility() || element.closest('.visually-hidden') !== null) continue
      const isText = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim() !== '',
      )
      if (!isText || element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) continue
      flaws.push(`cut: "${element.innerText.slice(0, 40)}"`)
    }
    scroller.scrollTo(0, 0)
    return flaws
  })
}

const MOST_STOPS = 150

/** Tabs through the page: what is not reached, has no ring, or is left without being asked to. */
export async function tabThrough(page: Page): Promise<string[]> {
  const flaws: string[] = []
  const wanted = await page.evaluate(() => {
    const open = [...document.querySelectorAll('dialog[open]')].at(-1)
    const controls = [
      ...(open ?? document).querySelectorAll<HTMLElement>('button, a[href], input, select, summary, [tabindex="0"]'),
    ]
    const groups = new Set<string>()
    const stops = controls.filter((control) => {
      if (!control.checkVisibility() || control.tabIndex < 0 || control.matches(':disabled, [inert] *')) return false
      if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true
      const isNew = !groups.has(control.name)
      groups.add(control.name)
      return isNew
    })
    stops.forEach((control, index) => (control.dataset['stop'] = index.toString()))
    document.querySelector<HTMLElement>('dialog[open] h2, h1')?.focus()
    return stops.length
  })
  const reached = new Set<string>()
  // Stops that come meanwhile, as the rows of a list do while it is gone through, are pressed through too.
  for (let presses = 0; presses < MOST_STOPS && reached.size < wanted; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null
      const first = group === null ? element : document.querySelector<HTMLElement>(`input[name="${group}"][data-stop]`)
      const ringed = element.closest('label, fieldset > div')
      const hasRing = [element, ringed, ringed?.parentElement].some((one) => {
        if (one === null || one === undefined) return false
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      })
      const name =
        (element.getAttribute('aria-label') ?? element.innerText).trim().replaceAll(/\s+/g, ' ').slice(0, 40) ||
        element.tagName
      return { at: first?.dataset['stop'] ?? '', name, hasRing }
    })
    if (stop === null) continue
    if (!stop.hasRing && !reached.has(stop.at)) flaws.push(`no ring on ${stop.name}`)
    if (stop.at !== '') reached.add(stop.at)
  }
  const missed = await page.evaluate(
    (seen) =>
      [...document.querySelectorAll<HTMLElement>('[data-stop]')]
        .filter(({ dataset }) => !seen.includes(dataset['stop'] ?? ''))
        .map(
          (one) =>
            (one.getAttribute('aria-label') ?? one.innerText).trim().replaceAll(/\s+/g, ' ').slice(0, 40) ||
            one.tagName,
        ),
    [...reached],
  )
  return [...flaws, ...missed.map((name) => `not reached: ${name}`)]
}
