import { describe, expect, it } from 'vitest'
import { createThrift } from './thrift.ts'

/** What a page draws after a number of pictures, so many milliseconds apart. */
function levelAfter(pictures: number, apart: number, wanted: 'auto' | 'draft' | 'default' = 'auto') {
  const thrift = createThrift()
  let level = thrift.levelFor(wanted, 0)
  for (let i = 1; i <= pictures; i++) level = thrift.levelFor(wanted, i * apart)
  return level
}

describe('thrift', () => {
  it('draws its best where the device keeps up', () => {
    expect(levelAfter(1000, 17)).toEqual({ preset: 'default', scale: 1 })
  })

  it('draws less, then fewer pixels, where it does not', () => {
    expect(levelAfter(60, 60)).toEqual({ preset: 'draft', scale: 1 })
    expect(levelAfter(4, 900)).toEqual({ preset: 'draft', scale: 1 })
    expect(levelAfter(110, 60)).toEqual({ preset: 'draft', scale: 0.6 })
    expect(levelAfter(500, 60)).toEqual({ preset: 'draft', scale: 0.6 })
  })

  it('does as it is told', () => {
    expect(levelAfter(500, 60, 'default')).toEqual({ preset: 'default', scale: 1 })
    expect(levelAfter(500, 17, 'draft')).toEqual({ preset: 'draft', scale: 1 })
  })

  it('forgives a hiccup: a page that was away, an avatar that was fetched', () => {
    expect(levelAfter(1, 60_000)).toEqual({ preset: 'default', scale: 1 })
    expect(levelAfter(3, 700)).toEqual({ preset: 'default', scale: 1 })
  })
})
