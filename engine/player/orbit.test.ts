import { describe, expect, it } from 'vitest'
import { limited, orbitCamera, STRAIGHT_ON } from './orbit.ts'

const CAMERA = { position: [0, 1.4, 2], target: [0, 1.4, 0], fovDegrees: 20 } as const

describe('a viewer’s orbit', () => {
  it('leaves the camera alone when nobody has turned it', () => {
    expect(orbitCamera(CAMERA, STRAIGHT_ON)).toBe(CAMERA)
  })

  it('turns about the target at the same distance, and keeps the room as it was painted', () => {
    const turned = orbitCamera(CAMERA, { yaw: 0.4, pitch: 0.1, zoom: 1 })
    const distance = Math.hypot(...[0, 1, 2].map((axis) => turned.position[axis]! - CAMERA.target[axis]!))
    expect(distance).toBeCloseTo(2, 9)
    expect(turned.position[0]).toBeGreaterThan(0.7)
    expect(turned.position[1]).toBeGreaterThan(1.4)
    expect(turned.setup).toBe(CAMERA)
  })

  it('goes no further than the room is built', () => {
    expect(limited({ yaw: 9, pitch: -9, zoom: 9 })).toEqual({ yaw: 0.5, pitch: -0.16, zoom: 1.35 })
  })
})
