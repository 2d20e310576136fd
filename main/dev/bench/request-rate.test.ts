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
  const seen = judgeRequests([arrival(0, one), arrival(500, other), arrival(1_100, one), arrival(1_200, one, 429)])
  expect(seen).toMatchObject({ refused: 1, betweenMs: 100 })
  expect(judgeRequests([arrival(0, one), arrival(1_100, one)])).toMatchObject({ refused: 0, betweenMs: 1_100 })
})
