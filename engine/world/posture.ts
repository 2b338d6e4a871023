import { smoothstep } from '../core/math/scalar.ts'
import { POSTURE_PARTS } from '../plan/manner.ts'
import type { World } from './world.ts'

/** Time in which a body takes up another manner's posture, ticks. */
const POSTURE_TICKS = 66
const PARTS = POSTURE_PARTS.length

/** Writes the posture of an actor now, in the order and units of POSTURE_PARTS: on the way to its manner's. */
export function readPosture(out: Float32Array | Float64Array, { components, tick }: World, e: number): void {
  const { Manner, Posture } = components
  const { posture } = Manner.mixed[e]!
  const share = smoothstep(Posture.since[e]!, Posture.since[e]! + POSTURE_TICKS, tick)
  for (let i = 0; i < PARTS; i++) {
    const from = Posture.from[e * PARTS + i]!
    out[i] = from + (posture[POSTURE_PARTS[i]!] - from) * share
  }
}

/** Keeps the posture as it is now for the next one to set out from. To be called before the manner changes. */
export function leavePosture(world: World, e: number): void {
  const { Actor, Posture } = world.components
  readPosture(Posture.from.subarray(e * PARTS, (e + 1) * PARTS), world, e)
  Posture.since[e] = Actor.since[e] === world.tick ? world.tick - POSTURE_TICKS : world.tick
}
