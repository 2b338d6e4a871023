import { rotateVector } from '../../../core/math/quat.ts'
import { SOLID } from '../../../pose/hand-reach.ts'
import { boneIndex } from '../../../rig/bones.ts'
import type { Collider } from '../../../rig/springs.ts'
import type { Observation } from '../observe.ts'
import { defineRule } from '../rule.ts'
import { createSpans } from '../spans.ts'

/** How far a hand may sink into the body, metres: skin gives way by that. */
const SINK_LIMIT = 0.005

/** Balls within a hand: half the thickness of palm and of fingertips, metres. */
const BALLS = (['left', 'right'] as const).flatMap((side) => [
  { bone: boneIndex(`${side}MiddleProximal`), radius: 0.012 },
  ...(['Thumb', 'Index', 'Middle', 'Ring', 'Little'] as const).map((finger) => ({
    bone: boneIndex(`${side}${finger}Distal`),
    radius: 0.006,
  })),
])

export const handInBody = defineRule({
  name: 'hand-in-body',
  description: 'No hand sinks more than 5 mm into head, trunk or thighs.',
  watch(tell) {
    const spans = createSpans(
      { limit: SINK_LIMIT, say: (worst) => `a hand sinks ${(worst * 1000).toFixed(0)} mm into the body` },
      tell,
    )
    return {
      see: (observation) => spans.see(observation.tick, deepest(observation)),
      end() {
        spans.end()
        return { 'hand in body, mm': spans.worst() * 1000 }
      },
    }
  },
})

const from = new Float32Array(3)
const to = new Float32Array(3)

function deepest(observation: Observation): number {
  let depth = 0
  for (const collider of observation.wearable.rig.colliders) {
    if (!SOLID.includes(collider.bone)) continue
    place(from, observation, collider, collider.at)
    place(to, observation, collider, collider.tail ?? collider.at)
    for (const { bone, radius } of BALLS) {
      const distance = distanceToSegment(observation.placed.positions, bone * 3)
      depth = Math.max(depth, collider.radius + radius - distance)
    }
  }
  return depth
}

/** Where a point of the avatar's rest pose has been carried by its bone. */
function place(out: Float32Array, { placed, wearable }: Observation, { bone }: Collider, at: Collider['at']): void {
  const b = boneIndex(bone)
  for (let i = 0; i < 3; i++) out[i] = at[i]! - wearable.rest.positions[b * 3 + i]!
  rotateVector(out, 0, placed.rotations, b * 4, out, 0)
  for (let i = 0; i < 3; i++) out[i] = out[i]! + placed.positions[b * 3 + i]!
}

function distanceToSegment(points: Float32Array, at: number): number {
  let along = 0
  let length = 0
  for (let i = 0; i < 3; i++) {
    const step = to[i]! - from[i]!
    along += (points[at + i]! - from[i]!) * step
    length += step * step
  }
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, along / length))
  let square = 0
  for (let i = 0; i < 3; i++) {
    const gap = points[at + i]! - (from[i]! + t * (to[i]! - from[i]!))
    square += gap * gap
  }
  return Math.sqrt(square)
}
