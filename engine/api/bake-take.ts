import { TICK_RATE } from '../core/clock.ts'
import { EngineError } from '../core/errors.ts'
import { fromAxisAngle, multiply, rotateVector } from '../core/math/quat.ts'
import { knownNames } from '../core/suggest.ts'
import { FACE_CHANNEL_COUNT } from '../rig/blendshapes.ts'
import { BONE_COUNT } from '../rig/bones.ts'
import { POSE_STRIDE } from '../world/components.ts'
import type { Catalogue } from '../world/world.ts'
import { findActor, type Wearable, type World } from '../world/world.ts'
import { beginOf, stageOfTake, type Take } from './take.ts'

/** What one actor does in a performance, frame by frame, as other programs can play it. */
export type Baked = {
  readonly avatar: string
  readonly wearable: Wearable
  readonly fps: number
  readonly frames: number
  /** Local rotations of every frame, BONE_COUNT × 4, unit quaternions (x, y, z, w). */
  readonly rotations: Float32Array
  /** Hips from rest, metres. Hips carry where the actor goes: it begins at the origin, facing +Z. */
  readonly hips: Float32Array
  /** Face channels, FACE_CHANNEL_COUNT a frame. */
  readonly face: Float32Array
  /** Joints that swing, 4 a joint. */
  readonly springs: Float32Array
}

export type BakeOptions = {
  readonly actor: string
  readonly fps: 30 | 60
  readonly onProgress?: (tick: number, ticks: number) => void
}

/** Ticks between two words about how far it is. */
const PROGRESS_TICKS = 60

/**
 * Plays a take and keeps what one actor does in it, from its first tick on the stage to its last.
 *
 * @throws  `api/unknown-actor` with who does perform; `world/other-start`.
 */
export function bakeTake(take: Take, catalogue: Catalogue, { actor, fps, onProgress }: BakeOptions): Baked {
  const stage = stageOfTake(take, catalogue)
  const { world } = stage
  const begin = beginOf(take)
  const stride = TICK_RATE / fps
  const seen = new Set<string>()
  const rows: Row[] = []
  for (let tick = 0; tick <= take.ticks; tick++) {
    stage.step()
    stage.takeEvents()
    for (const id of world.lists.byId.keys()) seen.add(id)
    if (tick % PROGRESS_TICKS === 0) onProgress?.(tick, take.ticks)
    const e = findActor(world, actor)
    if (e === undefined && rows.length > 0) break
    if (e !== undefined && (world.tick - begin - 1) % stride === 0) rows.push(readRow(world, e))
  }
  const first = rows[0]
  if (first === undefined) {
    throw new EngineError(
      'api/unknown-actor',
      `No actor "${actor}" performs in this take. ${knownNames(actor, [...seen])}`,
    )
  }
  return joinRows(rows, first, { fps, wearable: catalogue.rigs.get(first.avatar)! })
}

type Row = {
  readonly avatar: string
  readonly place: { readonly x: number; readonly y: number; readonly z: number; readonly yaw: number }
  readonly rotations: Float32Array
  readonly hips: Float32Array
  readonly face: Float32Array
  readonly springs: Float32Array
}

function readRow({ components, springJoints, catalogue }: World, e: number): Row {
  const { Actor, Transform, Pose, Face, Springs } = components
  const avatar = Actor.avatar[e]!
  const first = e * springJoints * 4
  return {
    avatar,
    place: { x: Transform.x[e]!, y: Transform.y[e]!, z: Transform.z[e]!, yaw: Transform.yaw[e]! },
    rotations: Pose.rotations.slice(e * POSE_STRIDE, (e + 1) * POSE_STRIDE),
    hips: Pose.hips.slice(e * 3, e * 3 + 3),
    face: Face.weights.slice(e * FACE_CHANNEL_COUNT, (e + 1) * FACE_CHANNEL_COUNT),
    springs: Springs.rotations.slice(first, first + catalogue.rigs.get(avatar)!.springs.joints * 4),
  }
}

function joinRows(rows: readonly Row[], first: Row, { fps, wearable }: { fps: number; wearable: Wearable }): Baked {
  const frames = rows.length
  const rotations = new Float32Array(frames * BONE_COUNT * 4)
  const hips = new Float32Array(frames * 3)
  const face = new Float32Array(frames * FACE_CHANNEL_COUNT)
  const springs = new Float32Array(frames * first.springs.length)
  for (const [frame, row] of rows.entries()) {
    rotations.set(row.rotations, frame * POSE_STRIDE)
    hips.set(row.hips, frame * 3)
    face.set(row.face, frame * FACE_CHANNEL_COUNT)
    springs.set(row.springs, frame * first.springs.length)
    carryPlace(rotations, hips, frame, { row, first, rest: wearable.rest.positions })
  }
  return { avatar: first.avatar, wearable, fps, frames, rotations, hips, face, springs }
}

const turn = new Float64Array(4)
const point = new Float64Array(3)

/** Puts what the actor has moved on the stage since the first frame into its hips. */
function carryPlace(
  rotations: Float32Array,
  hips: Float32Array,
  frame: number,
  { row, first, rest }: { row: Row; first: Row; rest: Float32Array },
): void {
  if (row.place.x === first.place.x && row.place.z === first.place.z && row.place.yaw === first.place.yaw) return
  fromAxisAngle(turn, 0, 0, 1, 0, -first.place.yaw)
  const shift = [row.place.x - first.place.x, row.place.y - first.place.y, row.place.z - first.place.z]
  rotateVector(shift, 0, turn, 0, shift, 0)
  fromAxisAngle(turn, 0, 0, 1, 0, row.place.yaw - first.place.yaw)
  for (let k = 0; k < 3; k++) point[k] = rest[k]! + hips[frame * 3 + k]!
  rotateVector(point, 0, turn, 0, point, 0)
  for (let k = 0; k < 3; k++) hips[frame * 3 + k] = point[k]! + shift[k]! - rest[k]!
  multiply(rotations, frame * POSE_STRIDE, turn, 0, rotations, frame * POSE_STRIDE)
}
