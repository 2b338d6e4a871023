import { describe, expect, it } from 'vitest'
import { fitWidth } from './fit-width.ts'

const camera = { position: [0, 1, 4], target: [0, 1, 0], fovDegrees: 26, width: 1.8 } as const

/** Metres across at the target. */
const widthOf = ({ fovDegrees }: { fovDegrees: number }, aspect: number) =>
  2 * 4 * Math.tan((fovDegrees * Math.PI) / 360) * aspect

describe('fitWidth', () => {
  it('leaves a wide picture as it is', () => {
    expect(fitWidth(camera, 16 / 9)).toBe(camera)
  })

  it('opens a narrow picture until the width is in it, its set-up alike', () => {
    const fitted = fitWidth(camera, 9 / 16)
    expect(widthOf(fitted, 9 / 16)).toBeCloseTo(1.8)
    expect(fitted.setup!.fovDegrees).toBe(fitted.fovDegrees)
  })

  it('holds the angle still while the camera moves in', () => {
    const moved = { ...camera, position: [0, 1, 3.5], setup: camera } as const
    expect(fitWidth(moved, 1 / 2).fovDegrees).toBe(fitWidth(camera, 1 / 2).fovDegrees)
  })

  it('asks nothing where no width is told', () => {
    const free = { position: camera.position, target: camera.target, fovDegrees: 26 }
    expect(fitWidth(free, 0.2)).toBe(free)
  })
})
