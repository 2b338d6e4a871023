import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { kept } from './kept.ts'

const volume = () => kept('volume', z.number().min(0).max(1), 0.9)

describe('what a device remembers', () => {
  const stored = new Map<string, string>()
  beforeEach(() => {
    stored.clear()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    })
  })

  it('is there at the next visit', () => {
    volume().value = 0.4
    expect(volume().value).toBe(0.4)
  })

  it.each(['', '{', '"loud"', '7', 'null'])('is forgotten where it is nonsense: %s', (text) => {
    stored.set('proscenium.volume', text)
    expect(volume().value).toBe(0.9)
  })

  it('lasts as long as the page where nothing may be stored', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('SecurityError')
      },
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    })
    const value = volume()
    value.value = 0.2
    expect(value.value).toBe(0.2)
  })
})
