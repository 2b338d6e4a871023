import { atan2, hypot2 } from '../../core/math/ops.ts'
import { conjugate, fromEuler, multiply, rotateVector } from '../../core/math/quat.ts'
import { clamp, clamp01, wrapAngle } from '../../core/math/scalar.ts'
import { addVec3, subtractVec3 } from '../../core/math/vec3.ts'
import { secondsAt } from '../../core/clock.ts'
import { BLINK_SHIFT, compileBlink } from '../../plan/life/blinks.ts'
import { LIFE_SIGNALS } from '../../plan/signals.ts'
import { chainTo, createPlacedBone, type PlacedBone, placeChain } from '../../pose/place-chain.ts'
import type { RestPose } from '../../pose/forward.ts'
import { FACE_CHANNEL_COUNT, faceChannel } from '../../rig/blendshapes.ts'
import { boneIndex } from '../../rig/bones.ts'
import { sampleTrack } from '../../tracks/sample.ts'
import { POSE_STRIDE } from '../components.ts'
import { GAZE_KINDS } from '../gaze.ts'
import { toActorSpace } from '../placement.ts'
import type { World } from '../world.ts'

const RADIANS = 0.017453292519943295
/** Time the eyes take to a new target, ticks: 25 ms + 2.4 ms a degree (Lee, Badler & Badler 2002), for twenty degrees. */
const EYE_TICKS = 5
/** The head sets out 50–100 ms after the eyes and takes about half a second. Ticks. */
const HEAD_DELAY = 4
const HEAD_TICKS = 30
/** Share of a turn the head takes within its easy range, and that range; beyond it the head takes all. */
const HEAD_SHARE = 0.45
const HEAD_EASY = 15 * RADIANS
/** Share of small glances that the head takes part in. */
const HEAD_GLANCE = 0.18
/** How far the head turns for gaze: yaw, pitch. */
const HEAD_YAW_MAX = 60 * RADIANS
const HEAD_PITCH_MAX = 28 * RADIANS
/** How far eyes turn in the head: comfortable limits, yaw, up, down. */
const EYE_YAW_MAX = 30 * RADIANS
const EYE_UP_MAX = 22 * RADIANS
const EYE_DOWN_MAX = 28 * RADIANS
/** Nearest point the eyes meet at, metres: closer looks cross-eyed. */
const NEAREST = 0.4

const GAZE_YAW = LIFE_SIGNALS.indexOf('gazeYaw')
const GAZE_PITCH = LIFE_SIGNALS.indexOf('gazePitch')
const NECK = boneIndex('neck') * 4
const HEAD = boneIndex('head') * 4
const HEAD_CHAIN = chainTo(boneIndex('head'))
const SIDES = ['Left', 'Right'] as const
const EYES = [boneIndex('leftEye'), boneIndex('rightEye')] as const
const LOOK = SIDES.map((side) => ({
  up: faceChannel(`eyeLookUp${side}`),
  down: faceChannel(`eyeLookDown${side}`),
  in: faceChannel(`eyeLookIn${side}`),
  out: faceChannel(`eyeLookOut${side}`),
}))

const BLINKS = [faceChannel('eyeBlinkLeft'), faceChannel('eyeBlinkRight')] as const

const head: PlacedBone = createPlacedBone()
const target = new Float32Array(3)
const eye = new Float32Array(3)
const toHead = new Float32Array(4)
const turn = new Float32Array(4)
const asked = new Float32Array(4)

/** Turns eyes, then neck and head, towards what each actor looks at; glances and small saccades come on top. */
export function aimGaze(world: World): void {
  const { Actor, Pose, Gaze } = world.components
  for (const e of world.lists.actors) {
    const rest = Actor.rest[e]!
    const row = e * POSE_STRIDE
    placeChain(head, rest, HEAD_CHAIN, Pose.rotations, row, Pose.hips, e * 3)
    findTarget(world, e)
    askAngles(world, e)
    blinkWithShift(world, e)
    follow(Gaze.now, Gaze.from, e * 4, world.tick - Gaze.since[e]!)
    turnHead(Pose.rotations, row, Gaze.now[e * 4 + 2]!, Gaze.now[e * 4 + 3]!)
    placeChain(head, rest, HEAD_CHAIN, Pose.rotations, row, Pose.hips, e * 3)
    turnEyes(world, e, rest)
  }
}

/** The point looked at, in the actor's space. Someone who left is looked for where the camera is. */
function findTarget(world: World, e: number): void {
  const { Gaze, Transform, Actor } = world.components
  const kind = GAZE_KINDS[Gaze.kind[e]!]
  const other = kind === 'actor' ? world.lists.byId.get(Gaze.actor[e]!) : undefined
  if (other !== undefined) {
    const eyes = world.catalogue.rigs.get(Actor.avatar[other]!)!.rig.landmarks.eyes
    toActorSpace(target, world, e, Transform.x[other]!, Transform.y[other]! + eyes[1], Transform.z[other]!)
  } else if (kind === 'point') {
    toActorSpace(target, world, e, Gaze.x[e]!, Gaze.y[e]!, Gaze.z[e]!)
  } else {
    const [x, y, z] = world.camera.position
    toActorSpace(target, world, e, x, y, z)
  }
}

/** Angles that eyes and head would have by now if they were fast: eye yaw, eye pitch, head yaw, head pitch. */
function askAngles(world: World, e: number): void {
  const { Life } = world.components
  const x = target[0]! - head.position[0]!
  const y = target[1]! - eyeHeight(world, e)
  const z = target[2]! - head.position[2]!
  const yaw = atan2(x, z)
  const pitch = atan2(-y, hypot2(x, z))
  const glanceYaw = Life.signals[e * LIFE_SIGNALS.length + GAZE_YAW]!
  const glancePitch = Life.signals[e * LIFE_SIGNALS.length + GAZE_PITCH]!
  asked[0] = yaw + glanceYaw
  asked[1] = pitch + glancePitch
  asked[2] = clamp(headPart(yaw) + glanceYaw * HEAD_GLANCE, -HEAD_YAW_MAX, HEAD_YAW_MAX)
  asked[3] = clamp(headPart(pitch) + glancePitch * HEAD_GLANCE, -HEAD_PITCH_MAX, HEAD_PITCH_MAX)
}

/** Height of the eyes while the head stands where it does. */
function eyeHeight(world: World, e: number): number {
  const { Actor } = world.components
  const { rig, rest } = world.catalogue.rigs.get(Actor.avatar[e]!)!
  return head.position[1]! + rig.landmarks.eyes[1] - rest.positions[boneIndex('head') * 3 + 1]!
}

function headPart(angle: number): number {
  const easy = clamp(angle, -HEAD_EASY, HEAD_EASY)
  return easy * HEAD_SHARE + (angle - easy)
}

/** Lids close over a large shift of the gaze, as they do in life. */
function blinkWithShift(world: World, e: number): void {
  const { Actor, Face, Gaze } = world.components
  const elapsed = world.tick - Gaze.since[e]!
  if (elapsed === 0) {
    const shift = hypot2(wrapAngle(asked[0]! - Gaze.from[e * 4]!), asked[1]! - Gaze.from[e * 4 + 1]!)
    Gaze.lids[e] = shift > BLINK_SHIFT && Gaze.since[e] !== Actor.since[e] ? compileBlink(world.seed, Actor.id[e]!, world.tick) : undefined
  }
  const lids = Gaze.lids[e]
  if (lids === undefined) return
  const closed = sampleTrack(lids, secondsAt(elapsed))
  for (const channel of BLINKS) {
    const at = e * FACE_CHANNEL_COUNT + channel
    Face.weights[at] = Math.max(Face.weights[at]!, closed)
  }
}

/** Eyes and head travel from where they were when the target changed to where it is now, each in its own time. */
function follow(now: Float32Array, from: Float32Array, at: number, elapsed: number): void {
  const eyes = eased(elapsed / EYE_TICKS)
  const heads = eased((elapsed - HEAD_DELAY) / HEAD_TICKS)
  for (let i = 0; i < 4; i++) {
    const share = i < 2 ? eyes : heads
    now[at + i] = from[at + i]! + wrapAngle(asked[i]! - from[at + i]!) * share
  }
}

/** Least-jerk path. Source: Flash & Hogan 1985. */
function eased(share: number): number {
  const t = clamp01(share)
  return t * t * t * (t * (t * 6 - 15) + 10)
}

function turnHead(rotations: Float32Array, row: number, yaw: number, pitch: number): void {
  fromEuler(turn, 0, yaw * 0.4, pitch * 0.4, 0)
  multiply(rotations, row + NECK, turn, 0, rotations, row + NECK)
  fromEuler(turn, 0, yaw * 0.6, pitch * 0.6, 0)
  multiply(rotations, row + HEAD, turn, 0, rotations, row + HEAD)
}

/** Each eye looks from where it is: what the head does not do, they do, so the gaze holds while the head moves. */
function turnEyes(world: World, e: number, rest: RestPose): void {
  const { Pose, Face, Gaze } = world.components
  lookPoint(Gaze.now[e * 4]!, Gaze.now[e * 4 + 1]!, eyeHeight(world, e))
  conjugate(toHead, 0, head.rotation, 0)
  for (let side = 0; side < 2; side++) {
    const bone = EYES[side]!
    rotateVector(eye, 0, head.rotation, 0, rest.offsets, bone * 3)
    addVec3(eye, 0, eye, 0, head.position, 0)
    subtractVec3(eye, 0, target, 0, eye, 0)
    rotateVector(eye, 0, toHead, 0, eye, 0)
    const yaw = clamp(atan2(eye[0]!, eye[2]!), -EYE_YAW_MAX, EYE_YAW_MAX)
    const pitch = clamp(atan2(-eye[1]!, hypot2(eye[0]!, eye[2]!)), -EYE_UP_MAX, EYE_DOWN_MAX)
    fromEuler(Pose.rotations, e * POSE_STRIDE + bone * 4, yaw, pitch, 0)
    followWithLids(Face.weights, e * FACE_CHANNEL_COUNT, side, yaw, pitch)
  }
}

/** Replaces the target by the point in the direction of the gaze, as far away as the target was. */
function lookPoint(yaw: number, pitch: number, height: number): void {
  const distance = Math.max(NEAREST, hypot2(target[0]! - head.position[0]!, target[2]! - head.position[2]!))
  fromEuler(turn, 0, yaw, pitch, 0)
  eye[0] = 0
  eye[1] = 0
  eye[2] = distance
  rotateVector(target, 0, turn, 0, eye, 0)
  target[0] = target[0]! + head.position[0]!
  target[1] = target[1]! + height
  target[2] = target[2]! + head.position[2]!
}

/** Lids follow the eyes: the upper lid goes down and up with the gaze. Full shape at the limits of the eye. */
function followWithLids(weights: Float32Array, row: number, side: number, yaw: number, pitch: number): void {
  const channels = LOOK[side]!
  const outward = side === 0 ? yaw : -yaw
  weights[row + channels.up] = clamp01(-pitch / EYE_UP_MAX)
  weights[row + channels.down] = clamp01(pitch / EYE_DOWN_MAX)
  weights[row + channels.out] = clamp01(outward / EYE_YAW_MAX)
  weights[row + channels.in] = clamp01(-outward / EYE_YAW_MAX)
}
