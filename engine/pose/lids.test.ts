import { describe, expect, it } from 'vitest'
import { FACE_CHANNEL_COUNT, type FaceChannelName, faceChannel } from '../rig/blendshapes.ts'
import type { Lids } from '../rig/lids.ts'
import { closeLids, compileLids, lidOpening } from './lids.ts'
import { TEST_LIDS } from './test-lids.ts'

type Weights = Partial<Record<FaceChannelName, number>>

/** The second of two rows, so that a wrong row shows. */
function closed(weights: Weights, lids: Lids = TEST_LIDS) {
  const rows = new Float32Array(2 * FACE_CHANNEL_COUNT)
  for (const [name, weight] of Object.entries(weights))
    rows[FACE_CHANNEL_COUNT + faceChannel(name as FaceChannelName)] = weight
  const eyes = compileLids(lids)
  closeLids(rows, FACE_CHANNEL_COUNT, eyes)
  return {
    rows,
    weight: (name: FaceChannelName) => rows[FACE_CHANNEL_COUNT + faceChannel(name)]!,
    opening: () => lidOpening(rows, FACE_CHANNEL_COUNT, eyes[0]!),
  }
}

const FULL: Weights = { eyeSquintLeft: 1, cheekSquintLeft: 1, mouthSmileLeft: 1, browDownLeft: 1, eyeLookDownLeft: 1 }

describe('closeLids', () => {
  it('shuts an eye exactly, whatever else moves its lids', () => {
    for (const besides of [{}, { eyeSquintLeft: 1 }, { eyeWideLeft: 1 }, { eyeLookUpLeft: 0.7 }, FULL])
      expect(closed({ ...besides, eyeBlinkLeft: 1 }).opening()).toBeCloseTo(0, 6)
  })

  it('never lets lids cross, nor a blink open an eye', () => {
    for (let mask = 0; mask < 128; mask++) {
      const besides: Weights = Object.fromEntries(
        Object.keys(TEST_LIDS).flatMap((shape, i) => (mask & (1 << i) ? [[`${shape}Left`, 1]] : [])),
      )
      let before = Number.POSITIVE_INFINITY
      for (const eyeBlinkLeft of [0, 0.25, 0.5, 0.75, 1]) {
        const opening = closed({ ...besides, eyeBlinkLeft }).opening()
        expect(opening).toBeGreaterThan(-1e-6)
        expect(opening).toBeLessThanOrEqual(before + 1e-6)
        before = opening
      }
    }
  })

  it('leaves a lone blink, an open eye’s shapes and the smile as they are', () => {
    expect(closed({ eyeBlinkLeft: 0.6 }).weight('eyeBlinkLeft')).toBeCloseTo(0.6)
    expect(closed({ eyeWideLeft: 0.8 }).weight('eyeWideLeft')).toBeCloseTo(0.8)
    expect(closed({ ...FULL, eyeBlinkLeft: 1 }).weight('mouthSmileLeft')).toBe(1)
  })

  it('minds each eye for itself, in its own row', () => {
    const { rows, weight } = closed({ eyeBlinkLeft: 1, eyeBlinkRight: 1, eyeSquintRight: 1 })
    expect(weight('eyeBlinkLeft')).toBe(1)
    expect(weight('eyeBlinkRight')).toBeCloseTo(0.51)
    expect(rows.subarray(0, FACE_CHANNEL_COUNT).every((value) => value === 0)).toBe(true)
  })

  it('lets a rig be that says nothing of its lids', () => {
    const { weight } = closed({ eyeBlinkLeft: 1, eyeSquintLeft: 1, eyeWideLeft: 1 }, {})
    expect([weight('eyeBlinkLeft'), weight('eyeSquintLeft'), weight('eyeWideLeft')]).toEqual([1, 1, 1])
  })
})
