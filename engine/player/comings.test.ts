import { describe, expect, it } from 'vitest'
import { comings } from './comings.ts'

const room = (...names: string[]) => ({ people: names.map((name) => ({ id: name, name })) })

describe('comings and goings', () => {
  it('are told by name', () => {
    expect(comings(room('Ada'), room('Ada', 'Ben'), 'Ada')).toBe('Ben came in.')
    expect(comings(room('Ada', 'Ben', 'Cem'), room('Ada'), 'Ada')).toBe('Ben and Cem left.')
    expect(comings(room('Ada', 'Ben'), room('Ada', 'Cem'), 'Ada')).toBe('Cem came in. Ben left.')
  })

  it('are counted where they are many', () => {
    expect(comings(room('Ada'), room('Ada', 'B', 'C', 'D', 'E'), 'Ada')).toBe('4 people came in.')
  })

  it('are not told of oneself, nor of who was there already', () => {
    expect(comings(room(), room('Ada', 'Ben'), 'Ada')).toBeUndefined()
    expect(comings(room('Ada'), room('Ada'), 'Ada')).toBeUndefined()
    expect(comings(room(), room('Ben'), undefined)).toBeUndefined()
  })
})
