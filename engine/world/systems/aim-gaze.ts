import { secondsAt } from '../../core/clock.ts'
import { cos, hypot2, sin } from '../../core/math/ops.ts'
import { toEuler } from '../../core/math/quat.ts'
import { clamp, clamp01, leastJerk, radians } from '../../core/math/scalar.ts'
import { BLINK_SHIFT, compileBlink } from '../../plan/life/blinks.ts'
import { LIFE_SIGNALS } from '../../plan/signals.ts'
import { aimEyes, aimHead, convergence, faceOf, headTurn, lookDirection, placeHead } from '../../pose/aim.ts'
import { FACE_CHANNEL_COUNT, faceChannel } from '../../rig/blendshapes.ts'
import { boneIndex } from '../../rig/bones.ts'
import { GAZE_REACH } from '../../rig/limits.ts'
import { sampleTrack } from '../../tracks/sample.ts'
import { POSE_STRIDE } from '../components.ts'
import { GAZE_KINDS, type GazeTarget, setOut } from '../gaze.ts'
import { visitedNow } from '../glances.ts'
import { toActorSpace } from '../placement.ts'
import { findPlace } from '../pointing.ts'
import type { World } from '../world.ts'

/** Time the eyes take to a new target, ticks: 25 ms + 2.4 ms a degree (Lee, Badler & Badler 2002), for twenty degrees. */
const EYE_TICKS = 5
/** The head sets out 50–100 ms after the eyes and takes about half a second. Ticks. */
const HEAD_DELAY = 4
const HEAD_TICKS = 30
/** Share of small glances that the head takes part in, and the largest of them, radians: with larger looks it goes in its own time. */
const HEAD_GLANCE = 0.18
const GLANCE = radians(12)
/** A head turns by less than this in a tick, radians: some 900° a second. */
const LEAP = radians(15)
/** Beyond this a target lies behind: sway alone may carry it from one side to the other. */
const BEHIND = radians(150)

/** First of an actor's two angles for the eyes, and for the head, in Gaze.from and Gaze.now. */
const EYES = 0
const HEAD = 2

const GAZE_YAW = LIFE_SIGNALS.indexOf('gazeYaw')
const GAZE_PITCH = LIFE_SIGNALS.indexOf('gazePitch')
const BLINKS = [faceChannel('eyeBlinkLeft'), faceChannel('eyeBlinkRight')] as const
const LIDS = (['Left', 'Right'] as const).map((side) => ({
  eye: boneIndex(side === 'Left' ? 'leftEye' : 'rightEye') * 4,
  /** Sign of a yaw away from the nose. */
  outward: side === 'Left' ? 1 : -1,
  up: faceChannel(`eyeLookUp${side}`),
  down: faceChannel(`eyeLookDown${side}`),
  in: faceChannel(`eyeLookIn${side}`),
  out: faceChannel(`eyeLookOut${side}`),
}))
const HEAD_BONE = boneIndex('head') * 3
const FULL_YAW = radians(GAZE_REACH.eyes.yaw)
const FULL_UP = radians(GAZE_REACH.eyes.up)
const FULL_DOWN = radians(GAZE_REACH.eyes.down)

const target = new Float32Array(3)
const look = new Float64Array(2)
const asked = new Float64Array(2)
const face = new Float64Array(2)
const eye = new Float64Array(3)
const head = new Float64Array(3)

/**
 * Turns eyes, head and chest towards what each actor looks at; glances and small saccades come on top.
 *
 * The head turns from where posture and motion point it, so nods and sway show; the eyes make up for them.
 */
export function aimGaze(world: World): void {
  const { Actor, Pose, Gaze } = world.components
  for (const e of world.lists.actors) {
    const rest = Actor.rest[e]!
    const row = e * POSE_STRIDE
    const at = e * 4
    findTarget(world, e)
    lookDirection(look, Pose.rotations, row, Pose.hips, e * 3, rest, target)
    askHead(world, e)
    if (leaps(world, e)) setOut(world, e)
    follow(world, e, HEAD, HEAD_DELAY, HEAD_TICKS)
    faceOf(face, Pose.rotations, row)
    aimHead(Pose.rotations, row, face[0]! + Gaze.now[at + HEAD]!, face[1]! + Gaze.now[at + HEAD + 1]!, 1)
    // Turning has carried the eyes along: they look from where they are now.
    const distance = lookDirection(look, Pose.rotations, row, Pose.hips, e * 3, rest, target)
    askEyes(world, e)
    blinkWithShift(world, e)
    follow(world, e, EYES, 0, EYE_TICKS)
    aimEyes(Pose.rotations, row, Gaze.now[at]!, Gaze.now[at + 1]!, convergence(rest, distance), 1)
    followWithLids(world, e)
  }
}

/** The point looked at, in the actor's space. Someone who left is looked for where the camera is. */
function findTarget(world: World, e: number): void {
  const { Gaze } = world.components
  const visited = visitedNow(world, e)
  if (visited !== undefined) {
    findVisited(world, e, visited)
    return
  }
  const kind = GAZE_KINDS[Gaze.kind[e]!]
  const other = kind === 'actor' ? world.lists.byId.get(Gaze.actor[e]!) : undefined
  if (other !== undefined) findEyes(world, e, other)
  else if (kind === 'point' || kind === 'way') toActorSpace(target, world, e, Gaze.x[e]!, Gaze.y[e]!, Gaze.z[e]!)
  else if (kind === 'screen') {
    const { x, y, z } = world.catalogue.stage.screen!
    toActorSpace(target, world, e, x, y, z)
  } else {
    const { position } = world.camera
    toActorSpace(target, world, e, position[0], position[1], position[2])
  }
}

function findVisited(world: World, e: number, visited: GazeTarget): void {
  const other = visited.kind === 'actor' ? world.lists.byId.get(visited.actor) : undefined
  if (other === undefined) findPlace(target, world, e, visited)
  else findEyes(world, e, other)
}

/** Another's eyes lie before where its posture has the head, on the side that the head is turned to. */
function findEyes(world: World, e: number, other: number): void {
  const { Actor, Gaze, Pose, Transform } = world.components
  const { rest, rig } = world.catalogue.rigs.get(Actor.avatar[other]!)!
  placeHead(head, Pose.rotations, other * POSE_STRIDE, Pose.hips, other * 3, rest)
  const turned = Gaze.now[other * 4 + HEAD]!
  const ahead = rig.landmarks.eyes[2] - rest.positions[HEAD_BONE + 2]!
  const x = head[0]! + ahead * sin(turned)
  const z = head[2]! + ahead * cos(turned)
  const y = head[1]! + rig.landmarks.eyes[1] - rest.positions[HEAD_BONE + 1]!
  const [c, s] = [cos(Transform.yaw[other]!), sin(Transform.yaw[other]!)]
  toActorSpace(
    target,
    world,
    e,
    Transform.x[other]! + x * c + z * s,
    Transform.y[other]! + y,
    Transform.z[other]! + z * c - x * s,
  )
}

/** What the head would have turned by now if it were fast. */
function askHead(world: World, e: number): void {
  const { signals } = world.components.Life
  const life = e * LIFE_SIGNALS.length
  const turned = world.components.Gaze.now[e * 4 + HEAD]!
  headTurn(asked, 0, overShoulder(look[0]!, turned), look[1]!)
  asked[0] = asked[0]! + clamp(signals[life + GAZE_YAW]!, -GLANCE, GLANCE) * HEAD_GLANCE
  asked[1] = asked[1]! + clamp(signals[life + GAZE_PITCH]!, -GLANCE, GLANCE) * HEAD_GLANCE
}

/** Whether the head would have to leap: who turns round has what it looks at pass behind, to its other shoulder. */
function leaps({ components: { Gaze }, tick }: World, e: number): boolean {
  const at = e * 4 + HEAD
  const share = leastJerk((tick - Gaze.since[e]! - HEAD_DELAY) / HEAD_TICKS)
  return Math.abs(Gaze.from[at]! + (asked[0]! - Gaze.from[at]!) * share - Gaze.now[at]!) > LEAP
}

/** What is behind, out of reach on either side, is looked for over the shoulder that the head is turned to. */
const overShoulder = (yaw: number, turned: number): number =>
  Math.abs(yaw) > BEHIND && yaw * turned < 0 ? yaw - Math.sign(yaw) * 2 * Math.PI : yaw

/** Where the eyes would look by now if they were fast. */
function askEyes(world: World, e: number): void {
  const { signals } = world.components.Life
  const life = e * LIFE_SIGNALS.length
  const turned = world.components.Gaze.now[e * 4 + HEAD]!
  asked[0] = overShoulder(look[0]!, turned) + signals[life + GAZE_YAW]!
  asked[1] = look[1]! + signals[life + GAZE_PITCH]!
}

/**
 * Eyes or head travel from where they were when the target changed to where it is asked for now, in their own time.
 *
 * From one shoulder to the other they go by way of the front, never behind.
 */
function follow(world: World, e: number, part: number, delay: number, duration: number): void {
  const { from, now, since } = world.components.Gaze
  const share = leastJerk((world.tick - since[e]! - delay) / duration)
  for (let i = 0; i < 2; i++) {
    const at = e * 4 + part + i
    now[at] = from[at]! + (asked[i]! - from[at]!) * share
  }
}

/** Lids close over a large shift of the gaze, as they do in life. */
function blinkWithShift(world: World, e: number): void {
  const { Actor, Face, Gaze } = world.components
  const elapsed = world.tick - Gaze.since[e]!
  if (elapsed === 0) {
    const shift = hypot2(asked[0]! - Gaze.from[e * 4]!, asked[1]! - Gaze.from[e * 4 + 1]!)
    const isFirst = Gaze.since[e] === Actor.since[e]
    Gaze.lids[e] = shift > BLINK_SHIFT && !isFirst ? compileBlink(world.seed, Actor.id[e]!, world.tick) : undefined
  }
  const lids = Gaze.lids[e]
  if (lids === undefined) return
  const closed = sampleTrack(lids, secondsAt(elapsed))
  for (const channel of BLINKS) {
    const at = e * FACE_CHANNEL_COUNT + channel
    Face.weights[at] = Math.max(Face.weights[at]!, closed)
  }
}

/** The upper lid goes up and down with the eye, the lower one a little. Full shape where the eye can go no further. */
function followWithLids(world: World, e: number): void {
  const { Pose, Face } = world.components
  const row = e * FACE_CHANNEL_COUNT
  for (const lid of LIDS) {
    toEuler(eye, 0, Pose.rotations, e * POSE_STRIDE + lid.eye)
    const outward = eye[0]! * lid.outward
    Face.weights[row + lid.up] = clamp01(-eye[1]! / FULL_UP)
    Face.weights[row + lid.down] = clamp01(eye[1]! / FULL_DOWN)
    Face.weights[row + lid.out] = clamp01(outward / FULL_YAW)
    Face.weights[row + lid.in] = clamp01(-outward / FULL_YAW)
  }
}
