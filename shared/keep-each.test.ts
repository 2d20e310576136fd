import { expect, test } from 'vitest'
import { keepEach } from './keep-each.ts'

test('what is slow to make is made once for each pair of texts, and never for another pair', () => {
  const made: string[] = []
  const signOf = keepEach((currency, locale) => {
    made.push(`${currency}, ${locale}`)
    return `${currency} in ${locale}`
  })
  expect([signOf('EUR', 'nl'), signOf('EUR', 'nl'), signOf('EU', 'R nl')]).toEqual([
    'EUR in nl',
    'EUR in nl',
    'EU in R nl',
  ])
  expect(made).toEqual(['EUR, nl', 'EU, R nl'])
})
