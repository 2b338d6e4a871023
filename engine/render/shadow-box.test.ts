import { expect, it } from 'vitest'
import { fitShadowBox } from './shadow-box.ts'

const light = [0.54, -0.545, -0.642] as const
const closeUp = { position: [0, 1.46, 1.5], target: [0, 1.46, 0], fovDegrees: 15.5 } as const
const wide = { position: [0, 0.92, 4.2], target: [0, 0.92, 0], fovDegrees: 28 } as const
const fit = { aspect: 16 / 9, texel: 0.003 }
const standing = { x: 0, y: 0, z: 0, height: 1.62 }

it('covers head and shoulders in a close-up, the whole figure in a wide shot', () => {
  const near = fitShadowBox(light, closeUp, fit, [standing])
  const far = fitShadowBox(light, wide, fit, [standing])
  expect(near.halfSize).toBeGreaterThan(0.4)
  expect(near.halfSize).toBeLessThan(0.75)
  expect(near.centre[1]).toBeGreaterThan(1.2)
  expect(far.halfSize).toBeGreaterThan(0.9)
})

it('keeps its texels as large as ever, so that shadows stay as soft', () => {
  for (const camera of [closeUp, wide]) {
    const { halfSize, mapSize } = fitShadowBox(light, camera, fit, [standing])
    expect((2 * halfSize) / mapSize).toBeCloseTo(fit.texel, 5)
  }
})

it('moves by whole texels with an actor who walks, and keeps its size', () => {
  const before = fitShadowBox(light, wide, fit, [standing])
  const after = fitShadowBox(light, wide, fit, [{ ...standing, x: 0.1 }])
  expect(after.mapSize).toBe(before.mapSize)
  // The map's horizontal axis: cross(up, light), normalized.
  const length = Math.hypot(light[2], light[0])
  const right = [light[2] / length, 0, -light[0] / length]
  const along = (p: readonly number[]) => p.reduce((sum, v, i) => sum + v * right[i]!, 0)
  const texels = (along(after.centre) - along(before.centre)) / ((2 * before.halfSize) / before.mapSize)
  expect(texels).not.toBeCloseTo(0, 3)
  expect(texels).toBeCloseTo(Math.round(texels), 6)
})

it('takes in whoever else is seen, and leaves out who is not', () => {
  const pair = fitShadowBox(light, wide, fit, [standing, { ...standing, x: 1 }])
  const lonely = fitShadowBox(light, wide, fit, [standing, { ...standing, x: 9 }])
  const alone = fitShadowBox(light, wide, fit, [standing])
  expect(pair.halfSize).toBeGreaterThan(alone.halfSize)
  expect(lonely.halfSize).toBe(alone.halfSize)
})

it('needs no actor', () => {
  expect(fitShadowBox(light, wide, fit, []).mapSize).toBeGreaterThan(0)
})
