import type { StageFrame } from '../api/page.ts'

type Camera = StageFrame['camera']

/** How far a viewer has turned around the stage's own camera. It is the viewer's alone: the stage does not know of it. */
export type Orbit = { readonly yaw: number; readonly pitch: number; readonly zoom: number }

export const STRAIGHT_ON: Orbit = { yaw: 0, pitch: 0, zoom: 1 }

/** How far one may go, radians and factors: beyond, the room is not built. */
const LIMITS = { yaw: 0.5, pitch: 0.16, zoom: [0.7, 1.35] } as const

export const limited = ({ yaw, pitch, zoom }: Orbit): Orbit => ({
  yaw: clamp(yaw, -LIMITS.yaw, LIMITS.yaw),
  pitch: clamp(pitch, -LIMITS.pitch, LIMITS.pitch),
  zoom: clamp(zoom, ...LIMITS.zoom),
})

/** A camera turned about its target. The shot's own set-up is kept, so that the room stays painted as it is. */
export function orbitCamera(camera: Camera, { yaw, pitch, zoom }: Orbit): Camera {
  if (yaw === 0 && pitch === 0 && zoom === 1) return camera
  const [x, y, z] = [0, 1, 2].map((axis) => camera.position[axis]! - camera.target[axis]!) as [number, number, number]
  const distance = Math.hypot(x, y, z) / zoom
  const heading = Math.atan2(x, z) + yaw
  const height = Math.asin(y / Math.hypot(x, y, z)) + pitch
  const [tx, ty, tz] = camera.target
  return {
    ...camera,
    setup: camera.setup ?? camera,
    position: [
      tx + Math.sin(heading) * Math.cos(height) * distance,
      ty + Math.sin(height) * distance,
      tz + Math.cos(heading) * Math.cos(height) * distance,
    ],
  }
}

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value))
