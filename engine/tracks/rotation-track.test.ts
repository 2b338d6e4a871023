import { describe, expect, it } from 'vitest'
import { angleBetween, fromAxisAngle, toEuler } from '../core/math/quat.ts'
import { degrees, radians } from '../core/math/scalar.ts'
import { createRotationTrack, sampleRotation } from './rotation-track.ts'

/** A path through angles about one axis, read in degrees. */
function swing(times: readonly number[], angles: readonly number[]) {
  const rotations = new Float32Array(times.length * 4)
  for (const [i, angle] of angles.entries()) fromAxisAngle(rotations, i * 4, 0, 1, 0, radians(angle))
  const track = createRotationTrack(0, Float64Array.from(times), rotations)
  const out = new Float32Array(4)
  const euler = new Float64Array(3)
  return (seconds: number): number => {
    sampleRotation(out, 0, track, seconds)
    toEuler(euler, 0, out, 0)
    return degrees(euler[0]!)
  }
}

const STEP = 1 / 600
const speedOf = (path: (seconds: number) => number, at: number) => (path(at + STEP) - path(at - STEP)) / (2 * STEP)

describe('a path through keyframes', () => {
  it('meets each of them, and holds the outer ones', () => {
    const path = swing([0.2, 0.6, 1.5], [10, 80, -30])
    for (const [at, angle] of [
      [0, 10],
      [0.2, 10],
      [0.6, 80],
      [1.5, -30],
      [9, -30],
    ] as const)
      expect(path(at)).toBeCloseTo(angle, 3)
  })

  it('passes keyframes on its way without a stop, and rests at its ends', () => {
    const path = swing([0, 0.5, 1], [0, 40, 90])
    expect(speedOf(path, 0.5)).toBeGreaterThan(60)
    expect(Math.abs(speedOf(path, 0.003))).toBeLessThan(1)
    expect(Math.abs(speedOf(path, 0.997))).toBeLessThan(1)
  })

  it('turns back where a wave turns back, and never goes beyond its keyframes', () => {
    const path = swing([0, 0.25, 0.5, 0.75], [0, 30, 0, 30])
    const angles = Array.from({ length: 450 }, (_, i) => path(i * STEP))
    expect(Math.max(...angles)).toBeLessThan(30.01)
    expect(Math.min(...angles)).toBeGreaterThan(-0.01)
    expect(Math.abs(speedOf(path, 0.25))).toBeLessThan(5)
  })

  it('has no corner in its speed where a fast piece meets a slow one', () => {
    const path = swing([0, 0.2, 1.2], [0, 60, 70])
    expect(Math.abs(speedOf(path, 0.2 + 2 * STEP) - speedOf(path, 0.2 - 2 * STEP))).toBeLessThan(5)
  })

  it('holds one rotation that is all it has', () => {
    expect(swing([0.4], [25])(3)).toBeCloseTo(25, 3)
  })

  it('goes the shorter way where keyframes stand on opposite sides', () => {
    const rotations = Float32Array.of(0, 0, 0, 1, 0, -Math.sin(0.2), 0, -Math.cos(0.2))
    const track = createRotationTrack(0, Float64Array.of(0, 1), rotations)
    const out = new Float32Array(4)
    sampleRotation(out, 0, track, 0.5)
    expect(angleBetween(out, 0, [0, 0, 0, 1], 0)).toBeCloseTo(0.2, 4)
  })
})
