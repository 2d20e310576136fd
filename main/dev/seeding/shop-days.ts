import type { Random } from '../../simulator/random.ts'

/** Payments a day of a shop that is not small: 100,000 fill about five months. */
const PER_DAY = 700
const OPENS_AT_HOUR = 9
const OPEN_HOURS = 10

/** When each of `count` payments of the days before `until` was begun, oldest first. */
export function* drawMoments(count: number, until: number, random: Random): Generator<number> {
  const dayCount = Math.ceil(count / PER_DAY)
  const last = new Date(until)
  let left = count
  for (let day = dayCount; day >= 1; day--) {
    const opened = new Date(last.getFullYear(), last.getMonth(), last.getDate() - day, OPENS_AT_HOUR).getTime()
    const today = Math.min(PER_DAY, left)
    left -= today
    const moments = Array.from({ length: today }, () => opened + Math.floor(drawHour(random) * 3_600_000))
    yield* moments.sort((one, other) => one - other)
  }
}

/** Busier in the middle of the day. */
function drawHour(random: Random): number {
  return ((random.next() + random.next()) / 2) * OPEN_HOURS
}
