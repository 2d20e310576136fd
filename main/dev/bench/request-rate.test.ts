import { expect, it } from 'vitest'
import { judgeRequests } from './request-rate.ts'

const arrival = (at: number, path = '/transactions', status = 200) => ({ at, method: 'GET', path, status })

it('the busiest second is found wherever it begins, and its end belongs to the next', () => {
  expect(judgeRequests([0, 900, 1_000, 1_899, 5_000].map((at) => arrival(at)))).toMatchObject({
    requests: 5,
    mostInASecond: 3,
  })
  expect(judgeRequests([0, 1_000, 2_000].map((at) => arrival(at)))).toMatchObject({ mostInASecond: 1 })
})

it('refusals are counted, and questions about one payment measured from one to the next', () => {
  const [one, other] = ['/transaction-result/1', '/transaction-result/2']
  const waited = [arrival(0, one, 204), arrival(500, other, 204), arrival(1_100, one, 204), arrival(1_300, one, 429)]
  expect(judgeRequests(waited)).toMatchObject({ refused: 1, betweenMs: 200 })
  // A result that is there is asked for again only much later, to see whether it still stands.
  const followed = [arrival(0, one, 204), arrival(1_100, one, 200), arrival(61_100, one, 200)]
  expect(judgeRequests(followed)).toMatchObject({ refused: 0, betweenMs: 1_100 })
})
