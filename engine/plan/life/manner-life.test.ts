import { describe, expect, test } from 'vitest'
import { ACTING_STATES } from '../acting.ts'
import { type Manner, mannerSchema, mixManners } from '../manner.ts'
import { BLINKS_PER_MINUTE } from './blinks.ts'
import { AVERAGE_HABITS } from './habits.ts'
import { measureLife } from './test-life-figures.ts'

const MANNERS = new Map(
  Object.entries(import.meta.glob<unknown>('../../../content/manners/*.json', { eager: true, import: 'default' })).map(
    ([path, file]) => [path.replace(/^.*\/|\.json$/g, ''), mannerSchema.parse(file)] as const,
  ),
)
const manner = (name: string): Manner => MANNERS.get(name)!

/** Between each and the next, and all around. */
const MIDPOINTS = [...MANNERS.keys()].map((name, i, names) => {
  const next = names[(i + 1) % names.length]!
  return [`half ${name}, half ${next}`, mixManners(manner(name), manner(next), 0.5)] as const
})

describe.each([...MANNERS, ...MIDPOINTS])('%s', (_, one) => {
  test.each(ACTING_STATES)('over ten minutes of %s blinks and looks as people do, in its own way', (state) => {
    const { blinks, gaze } = measureLife(one, state)
    expect(blinks / BLINKS_PER_MINUTE[state]).toBeGreaterThan(0.8)
    expect(blinks / BLINKS_PER_MINUTE[state]).toBeLessThan(1.2)
    expect(Math.abs(gaze - AVERAGE_HABITS[state].gaze)).toBeLessThan(0.1)
    expect(Math.abs(gaze - one.gaze[state])).toBeLessThan(0.05)
  })
})

test('looks of the calm last longer than those of the shy', () => {
  for (const state of ACTING_STATES) {
    const calm = measureLife(manner('calm'), state)
    const shy = measureLife(manner('shy'), state)
    expect(calm.mutual / shy.mutual).toBeGreaterThan(1.4)
    expect(calm.fixation / shy.fixation).toBeGreaterThan(1.2)
  }
})

test('the professional look at whom they talk to more than the shy', () => {
  for (const state of ACTING_STATES)
    expect(measureLife(manner('professional'), state).gaze - measureLife(manner('shy'), state).gaze).toBeGreaterThan(
      0.08,
    )
})

test('a manner is within what its kind gestures: formal 0.05 to 0.15 a second, expressive 0.2 to 0.5', () => {
  for (const name of ['professional', 'calm', 'shy']) {
    expect(manner(name).rate).toBeGreaterThanOrEqual(0.05)
    expect(manner(name).rate).toBeLessThanOrEqual(0.15)
  }
  for (const name of ['casual', 'academic', 'enthusiastic']) {
    expect(manner(name).rate).toBeGreaterThanOrEqual(0.2)
    expect(manner(name).rate).toBeLessThanOrEqual(0.5)
  }
})

test('the eyes of the shy drop, those of the academic rise', () => {
  for (const state of ['idle', 'listening', 'speaking'] as const) {
    const down = (name: string) => measureLife(manner(name), state).down
    expect(down('shy') - down('casual')).toBeGreaterThan(0.12)
    expect(down('casual') - down('academic')).toBeGreaterThan(0.12)
  }
})
