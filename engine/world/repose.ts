import { slerp } from '../core/math/quat.ts'
import { leastJerk } from '../core/math/scalar.ts'
import { likeliest } from '../plan/manner.ts'
import { aimOf } from '../plan/seat/sit-moves.ts'
import { boneIndex } from '../rig/bones.ts'
import { ARM_BONES, HANGING, REPOSE_LIMIT } from '../rig/repose.ts'
import { maskRow } from '../tracks/clip-mask.ts'
import { clipPresence } from './clips.ts'
import { POSE_STRIDE } from './components.ts'
import { mannerOf } from './manner.ts'
import { createSeatedPose, readSeated } from './seat.ts'
import type { World } from './world.ts'

/** Ticks in which arms go from one repose to another: some 0.6 m at half a metre a second, by eye. */
const REPOSE_TICKS = 78

const UPPER_ARMS = [boneIndex('leftUpperArm'), boneIndex('rightUpperArm')] as const

const pose = createSeatedPose()
const shares = new Float32Array(REPOSE_LIMIT)
const ease = new Float32Array(POSE_STRIDE)

/** Lets an actor's arms rest otherwise, from wherever they are on the way; one who has just come has them there. */
export function takeRepose(world: World, e: number, name: string): void {
  const { Actor, Repose } = world.components
  const index = [...world.catalogue.reposes.keys()].indexOf(name)
  if (index === Repose.now[e]) return
  readRepose(shares, world, e)
  Repose.from.set(shares, e * REPOSE_LIMIT)
  Repose.now[e] = index
  Repose.since[e] = Actor.since[e] === world.tick ? world.tick - REPOSE_TICKS : world.tick
}

/** Lets them rest as its manner has it most readily; who walks lets them hang, and so does who sits, whose lap is laid over that. */
export function takeOwnRepose(world: World, e: number): void {
  const { walk, seated } = world.components.Footing
  const isElsewhere = walk[e] !== undefined || seated[e] !== undefined
  takeRepose(world, e, isElsewhere ? HANGING : likeliest(mannerOf(world, e).reposes))
}

/** Writes how far an actor's arms are in each repose, in the order of the catalogue; all shares together are 1. */
export function readRepose(out: Float32Array, { components, tick }: World, e: number): void {
  const { Repose } = components
  const share = leastJerk((tick - Repose.since[e]!) / REPOSE_TICKS)
  for (let i = 0; i < REPOSE_LIMIT; i++) {
    out[i] = Repose.from[e * REPOSE_LIMIT + i]! * (1 - share) + (i === Repose.now[e] ? share : 0)
  }
}

/** Lays the arms as they rest over a body at ease. */
export function layRepose(rotations: Float32Array, row: number, world: World, e: number): void {
  readRepose(shares, world, e)
  let laid = 0
  let i = 0
  for (const { rotations: arms } of world.catalogue.reposes.values()) {
    const share = shares[i++]!
    if (share === 0) continue
    laid += share
    for (const bone of ARM_BONES)
      slerp(rotations, row + bone * 4, rotations, row + bone * 4, arms, bone * 4, share / laid)
  }
}

/** The body at ease whose arms rest as this actor's will, POSE_STRIDE floats; overwritten by the next call. */
export function easeOf({ components, catalogue }: World, e: number): Float32Array {
  const repose = [...catalogue.reposes.values()][components.Repose.now[e]!]!
  const seated = components.Footing.seated[e]
  ease.set(seated !== undefined && aimOf(seated) === 1 ? catalogue.sitting : repose.rotations)
  return ease
}

/** How far nothing but rest has an arm, 0 the left and 1 the right: clips leave nothing to it, nor does a lap. [0, 1] */
export function restOfArm(world: World, e: number, side: 0 | 1): number {
  readSeated(pose, world, e)
  return (1 - pose.arms) * leftByClips(world, e, side)
}

/** How far clips leave an arm alone, 0 the left and 1 the right. [0, 1] */
export function leftByClips({ components, tick }: World, e: number, side: 0 | 1): number {
  let free = 1
  for (const cue of components.Timeline.clips[e]!)
    if (maskRow(cue.mask)[UPPER_ARMS[side]] !== 0) free *= 1 - clipPresence(cue, tick)
  return free
}
