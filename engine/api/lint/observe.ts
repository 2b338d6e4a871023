import { fromEuler, rotateVector } from '../../core/math/quat.ts'
import { ACTING_STATES, type ActingState } from '../../plan/acting.ts'
import { LIFE_SIGNALS } from '../../plan/signals.ts'
import { createPlacedBones, type PlacedBones, placeBones } from '../../pose/forward.ts'
import { FACE_CHANNEL_COUNT } from '../../rig/blendshapes.ts'
import { BONE_COUNT } from '../../rig/bones.ts'
import { POSE_STRIDE } from '../../world/components.ts'
import type { GestureCue, LineCue } from '../../world/cues.ts'
import { visitedNow } from '../../world/glances.ts'
import { mannerOf } from '../../world/manner.ts'
import type { Wearable, World } from '../../world/world.ts'

/** One actor at one tick, as rules see it. Rows are of the world or shared: copy what is to be kept. */
export type Observation = {
  readonly tick: number
  readonly wearable: Wearable
  /** What it mostly does. */
  readonly state: ActingState
  /** Bones in the actor's space; metres, unit quaternions. */
  readonly placed: PlacedBones
  /** Bones in the set's space, BONE_COUNT × 3, metres. */
  readonly standing: Float32Array
  /** Local rotations, BONE_COUNT × 4. */
  readonly rotations: Float32Array
  readonly face: Float32Array
  /** In the order of LIFE_SIGNALS. */
  readonly signals: Float32Array
  /** Direction of the eyes in the actor's space, radians: yaw, pitch. */
  readonly gaze: Float32Array
  /** Whether the eyes visit something else than what they are to look at. */
  readonly isVisiting: boolean
  /** Whether it was put elsewhere at this tick: places before and after are not compared. */
  readonly jumped: boolean
  readonly lines: readonly LineCue[]
  readonly gestures: readonly GestureCue[]
  readonly stillness: number
  /** Blinks of its manner, against those of people on average. */
  readonly blinks: number
}

/** Tick whose poses stand in the columns of a world that has been stepped. */
export const drawnTick = (world: World): number => world.tick - 1

/** Sees an actor as it stands after a step. `out` is written and is good until the next call with it. */
export function observe(world: World, e: number, out: Scratch = createScratch()): Observation {
  const { Actor, Acting, Face, Gaze, Life, Pose, Timeline, Transform } = world.components
  const wearable = world.catalogue.rigs.get(Actor.avatar[e]!)!
  placeBones(out.placed, wearable.rest, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
  placeInSet(out, world, e)
  const weights = Acting.weights.subarray(e * ACTING_STATES.length, (e + 1) * ACTING_STATES.length)
  return {
    tick: drawnTick(world),
    wearable,
    state: ACTING_STATES[weights.indexOf(Math.max(...weights))]!,
    placed: out.placed,
    standing: out.standing,
    rotations: Pose.rotations.subarray(e * POSE_STRIDE, (e + 1) * POSE_STRIDE),
    face: Face.weights.subarray(e * FACE_CHANNEL_COUNT, (e + 1) * FACE_CHANNEL_COUNT),
    signals: Life.signals.subarray(e * LIFE_SIGNALS.length, (e + 1) * LIFE_SIGNALS.length),
    gaze: Gaze.now.subarray(e * 4, e * 4 + 2),
    isVisiting: visitedNow(world, e) !== undefined,
    jumped: Transform.jump[e] === drawnTick(world),
    lines: Timeline.lines[e]!,
    gestures: Timeline.gestures[e]!,
    stillness: Life.stillness[e]!,
    blinks: mannerOf(world, e).blinks,
  }
}

export type Scratch = { readonly placed: PlacedBones; readonly standing: Float32Array }

export const createScratch = (): Scratch => ({
  placed: createPlacedBones(),
  standing: new Float32Array(BONE_COUNT * 3),
})

const turn = new Float32Array(4)

function placeInSet({ placed, standing }: Scratch, { components: { Transform } }: World, e: number): void {
  fromEuler(turn, 0, Transform.yaw[e]!, 0, 0)
  for (let at = 0; at < standing.length; at += 3) {
    rotateVector(standing, at, turn, 0, placed.positions, at)
    standing[at] = standing[at]! + Transform.x[e]!
    standing[at + 1] = standing[at + 1]! + Transform.y[e]!
    standing[at + 2] = standing[at + 2]! + Transform.z[e]!
  }
}

/** Angle between two local rotations, radians. */
export function angleBetween(a: Float32Array, b: Float32Array, at: number): number {
  let dot = 0
  for (let i = at; i < at + 4; i++) dot += a[i]! * b[i]!
  return 2 * Math.acos(Math.min(1, Math.abs(dot)))
}
