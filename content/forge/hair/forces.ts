import type { Side } from '../head/frame.ts'
import { sin } from '../kit/ops.ts'
import { smoothstep } from '../kit/scalar.ts'
import { normalize, scale, type Vec3 } from '../kit/vec3.ts'
import { fade } from './comb.ts'

/** Tips turn in towards the neck. */
export function curlIn([x, y, z]: Vec3, amount: number): Vec3 {
  return scale(normalize([x, 0, z + 2.2]), -1.3 * amount * fade(-13.5, -8.5, y))
}

/** Draws hair back: behind the left ear, and off the right cheek. */
export function drawBack([, y, z]: Vec3, side: Side): number {
  if (side > 0) return -0.62 * smoothstep(-3.4, -0.5, z) * fade(5, 9, y) * smoothstep(-6, -1, y)
  return -0.2 * smoothstep(1.8, 4.2, z) * fade(3, 6, y) * smoothstep(-9, -5, y)
}

/** A slow wave in the lengths. */
export const wave = (walked: number, phase: number, from: number): number =>
  0.06 * sin(walked * 0.36 + phase) * smoothstep(from, from + 8, walked)

/** Cover hair lies on the skull for its first part, then hangs. */
export const CLING = { range: 1.5, share: 0.3, until: 0.4 }
