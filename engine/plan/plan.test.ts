import { describe, expect, it } from 'vitest'
import { TEST_PLAN } from '../api/test-stage.ts'
import { type Plan, planSchema } from './plan.ts'

const refused = (change: Partial<Plan>): string => {
  const result = planSchema.safeParse({ ...TEST_PLAN, ...change })
  return result.success ? 'was not refused' : result.error.issues[0]!.message
}

describe('a plan', () => {
  it('is read as it is', () => {
    expect(planSchema.parse(TEST_PLAN)).toEqual(TEST_PLAN)
  })

  it('is refused when its times are out of order, endless or no numbers', () => {
    const [first, second] = TEST_PLAN.words as [Plan['words'][number], Plan['words'][number]]
    expect(refused({ words: [second, first] })).toContain('must ascend')
    expect(refused({ words: [{ ...first, start: 0.5, end: 0.1 }] })).toContain('must ascend')
    expect(refused({ phones: TEST_PLAN.phones.toReversed() })).toContain('must ascend')
    expect(refused({ duration: 1e9 })).toContain('Too big')
    expect(refused({ duration: Number.NaN })).toContain('number')
    expect(refused({ phones: [{ phone: 'aa', start: 0, end: 1e300 }] })).toContain('Too big')
  })

  it('is refused when it holds more than an hour of speech can', () => {
    const many = (count: number) => Array.from({ length: count }, () => 0)
    expect(refused({ text: 'a'.repeat(200_000) })).toContain('Too big')
    expect(refused({ loudness: { rate: 50, values: many(200_000) } })).toContain('Too big')
    expect(refused({ phones: many(200_000).map(() => ({ phone: 'aa', start: 0, end: 0 })) })).toContain('Too big')
  })
})
