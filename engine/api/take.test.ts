import { describe, expect, it } from 'vitest'
import { ENGINE_VERSION, parseTake, type Take } from './take.ts'

const TAKE: Take = {
  version: 1,
  engine: ENGINE_VERSION,
  stage: 'studio',
  seed: 1,
  ticks: 60,
  stateHash: '0123456789abcdef',
  content: {},
  blobs: [],
  log: [
    { tick: 0, name: 'spawnActor', input: { id: 'ana', avatar: 'milla', at: 'centre', stillness: 0.15 } },
    { tick: 30, name: 'gesture', input: { actor: 'ana', name: 'wave', intensity: 1 } },
  ],
}

const refused = (change: object): string => {
  try {
    parseTake({ ...TAKE, ...change }, 'x.json')
  } catch (error) {
    return (error as Error).message
  }
  return 'was not refused'
}

describe('a take', () => {
  it('is read as it was written', () => {
    expect(parseTake(structuredClone(TAKE), 'x.json')).toEqual(TAKE)
  })

  it('is refused when another engine recorded it, with both versions', () => {
    expect(refused({ engine: '9.9.9' })).toContain(`recorded by engine 9.9.9; this is ${ENGINE_VERSION}`)
  })

  it('is refused when its numbers are none, or too large', () => {
    expect(refused({ ticks: 1e9 })).toContain('ticks')
    expect(refused({ ticks: Number.NaN })).toContain('ticks')
    expect(refused({ seed: -1 })).toContain('seed')
    expect(refused({ blobs: ['../../secret'] })).toContain('sha256')
  })

  it('is refused when its log is out of order, or its commands cannot be read', () => {
    expect(refused({ log: TAKE.log.toReversed() })).toContain('log: must ascend')
    expect(refused({ log: [{ tick: 0, name: 'fly', input: {} }] })).toContain('"fly" at tick 0')
    expect(refused({ log: [{ tick: 0, name: 'interrupt', input: { actor: '../x' } }] })).toContain('"interrupt"')
    const flood = Array.from({ length: 300_000 }, () => ({ tick: 0, name: 'interrupt', input: { actor: 'a' } }))
    expect(refused({ log: flood })).toContain('log: Too big')
  })
})
