import { describe, expect, it } from 'vitest'
import { FACE_CHANNEL_COUNT, FACE_CHANNELS, type FaceChannelName, faceChannel } from '../rig/blendshapes.ts'
import { settleOpposed } from './oppose.ts'

/** The second of two rows, so that a wrong row shows. */
function settled(weights: Partial<Record<FaceChannelName, number>>) {
  const rows = new Float32Array(2 * FACE_CHANNEL_COUNT)
  for (const [name, weight] of Object.entries(weights))
    rows[FACE_CHANNEL_COUNT + faceChannel(name as FaceChannelName)] = weight
  settleOpposed(rows, FACE_CHANNEL_COUNT)
  return { rows, weight: (name: FaceChannelName) => rows[FACE_CHANNEL_COUNT + faceChannel(name)]! }
}

describe('settleOpposed', () => {
  it('lets the stronger of a smile and a frown show', () => {
    const { weight } = settled({ mouthSmileLeft: 0.8, mouthFrownLeft: 0.3, mouthFrownRight: 0.3 })
    expect(weight('mouthSmileLeft')).toBeCloseTo(0.56)
    expect(weight('mouthFrownLeft')).toBeCloseTo(0.06)
    expect(weight('mouthFrownRight')).toBeCloseTo(0.3)
  })

  it('leaves the knitted brows of sadness', () => {
    const { weight } = settled({ browInnerUp: 0.8, browDownLeft: 0.25, browDownRight: 0.25 })
    expect(weight('browInnerUp')).toBeGreaterThan(0.69)
    expect(weight('browDownLeft')).toBeGreaterThan(0.18)
  })

  it('lets nothing grow or fall below nothing, even where everything is at its most', () => {
    const { rows } = settled(Object.fromEntries(FACE_CHANNELS.map((name) => [name, 1])))
    expect(rows.every((value) => value >= 0 && value <= 1)).toBe(true)
    expect(rows.subarray(0, FACE_CHANNEL_COUNT).every((value) => value === 0)).toBe(true)
  })
})
