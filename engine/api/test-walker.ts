import { createPlacedBones, placeBones } from '../pose/forward.ts'
import { type BoneName, boneIndex } from '../rig/bones.ts'
import { POSE_STRIDE } from '../world/components.ts'
import { createFootState, placeFoot } from '../world/feet.ts'
import type { testStage } from './test-stage.ts'

type TestStage = ReturnType<typeof testStage>
export type Point = readonly [number, number, number]

const placed = createPlacedBones()
const foot = createFootState()

/** Where a bone of the first actor is in the set. */
export function findBone(stage: TestStage, bone: BoneName): Point {
  const { Actor, Pose, Transform } = stage.world.components
  const e = stage.world.lists.actors[0]!
  placeBones(placed, Actor.rest[e]!, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
  const [x, y, z] = placed.positions.subarray(boneIndex(bone) * 3) as unknown as [number, number, number]
  const [s, c] = [Math.sin(Transform.yaw[e]!), Math.cos(Transform.yaw[e]!)]
  return [Transform.x[e]! + x * c + z * s, y, Transform.z[e]! - x * s + z * c]
}

export const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

/** How far toes that stood flat on the last two ticks have slid from where they were, metres. */
export function slid(stage: TestStage, side: 0 | 1, before: Point, now: Point): number {
  const e = stage.world.lists.actors[0]!
  for (const tick of [stage.world.tick - 2, stage.world.tick - 1]) {
    placeFoot(foot, stage.world, e, side, tick)
    if (foot.pitch < 0 || foot.height > 0) return 0
  }
  return apart(before, now)
}

/** The worst of some ticks: how far feet slide and hips pop, metres; how fast hips go, m/s, and change that, m/s² and m/s³. */
export type Gait = { slide: number; lowest: number; speed: number; acceleration: number; jerk: number }

/** Steps a stage on and watches the first actor's feet and hips. */
export function watchGait(stage: TestStage, ticks: number): Gait {
  const worst: Gait = { slide: 0, lowest: Number.POSITIVE_INFINITY, speed: 0, acceleration: 0, jerk: 0 }
  const look = () => (['leftToes', 'rightToes', 'hips'] as const).map((bone) => findBone(stage, bone)) as Look
  let last = look()
  const trail: Point[] = []
  for (let i = 0; i < ticks; i++) {
    stage.step()
    const now = look()
    for (const side of [0, 1] as const) {
      worst.slide = Math.max(worst.slide, slid(stage, side, last[side], now[side]))
      worst.lowest = Math.min(worst.lowest, now[side][1])
    }
    trail.unshift(change(now[2], last[2]))
    last = now
    const [v, u, w] = trail
    worst.speed = Math.max(worst.speed, length(v!))
    if (u !== undefined) worst.acceleration = Math.max(worst.acceleration, length(change(v!, u)))
    if (w !== undefined) worst.jerk = Math.max(worst.jerk, length(change(change(v!, u!), change(u!, w))))
  }
  return worst
}

type Look = [Point, Point, Point]

/** What changes in a tick, a second. */
const change = (now: Point, before: Point): Point => [
  (now[0] - before[0]) * 60,
  (now[1] - before[1]) * 60,
  (now[2] - before[2]) * 60,
]
const length = ([x, y, z]: Point): number => Math.hypot(x, y, z)
