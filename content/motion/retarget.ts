/** Motion of any skeleton brought to the humanoid standard: other axes, units, rest poses and proportions. */
import { EngineError } from '../../engine/core/errors.ts'
import { atan2 } from '../../engine/core/math/ops.ts'
import {
  conjugate,
  copyQuat,
  fromAxisAngle,
  fromTo,
  multiply,
  rotateVector,
  setIdentity,
  slerp,
} from '../../engine/core/math/quat.ts'
import { radians } from '../../engine/core/math/scalar.ts'
import { addVec3, copyVec3, crossVec3, normalizeVec3, setVec3, subtractVec3 } from '../../engine/core/math/vec3.ts'
import { BONE_COUNT, BONE_PARENTS, type BoneName, boneIndex } from '../../engine/rig/bones.ts'
import type { BodyMotion } from '../../engine/tracks/body-motion.ts'
import { lowerShoulders, spreadTrunk, straightenHinges } from './retarget-joints.ts'
import { restCorrections } from './retarget-rest.ts'
import type { SourceMotion } from './source-motion.ts'

/** What the file's rest pose is: found by where its limbs point, the T-pose already, or to be taken from the first frame. */
export type RestKind = 'auto' | 'tpose' | 'first-frame'
/** Where the motion stands: as the file says, or beginning on the mark, facing ahead, lowest foot on the floor. */
export type PlaceKind = 'file' | 'start'

export type RetargetOptions = {
  /** Joints that are bones of the humanoid, by index. */
  readonly map: ReadonlyMap<BoneName, number>
  readonly rest: RestKind
  readonly place: PlaceKind
  /** Frames a second to come out with. */
  readonly fps: number
  /** What of it, seconds. */
  readonly from: number
  readonly to: number
}

/** A skeleton placed: rotations and positions of all joints in the file's space. */
export type PlacedSkeleton = { readonly rotations: Float64Array; readonly positions: Float64Array }

/** A motion that begins turned aside by more than this is turned ahead: captures face anywhere. Radians. */
const FACES_ASIDE = radians(30)
/** Share of all frames in which the lower ankle may be below the floor: noise of a capture. */
const BELOW_FLOOR = 0.02

const local = new Float64Array(4)
const offset = new Float64Array(3)

/**
 * Brings a motion to the humanoid standard.
 *
 * Rotations are compared in space, so that joints the humanoid lacks fold into their children. Places are told in shares
 * of the hips' height above the ankles.
 *
 * @throws  `clip/no-humanoid` where the skeleton's rest pose has no up or no left.
 */
export function retarget(source: SourceMotion, options: RetargetOptions): BodyMotion {
  const { map, fps, from, to } = options
  const rest = placeRest(source, options.rest)
  const axes = axesOf(rest, map)
  const corrections = restCorrections(rest, map, { axes, asIs: options.rest === 'tpose' })
  const frames = Math.floor((to - from) * fps + 1e-6) + 1
  const rotations = new Float32Array(frames * BONE_COUNT * 4)
  const legs = legsOf(rest, map, axes, corrections)
  const [hips, left, right] = [1, 2, 3].map(() => new Float32Array(frames * 3)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const placed = createSkeleton(source)
  const turned = new Float64Array(BONE_COUNT * 4)
  placeFrame(placed, source, from * source.fps)
  const ahead = options.place === 'start' ? turnAhead(placed, rest, map.get('hips')!, axes) : undefined
  for (let frame = 0; frame < frames; frame++) {
    placeFrame(placed, source, (from + frame / fps) * source.fps)
    if (ahead !== undefined) turnSkeleton(placed, ahead)
    turnBones(turned, placed, rest, { map, axes, corrections, asIs: options.rest === 'tpose' })
    writeLocal(rotations, frame * BONE_COUNT * 4, turned)
    turnEyes(rotations, frame * BONE_COUNT * 4, source, from + frame / fps)
    if (legs === undefined) continue
    writePlace(hips, frame, placed, legs.hips, legs, axes)
    writePlace(left, frame, placed, legs.left, legs, axes)
    writePlace(right, frame, placed, legs.right, legs, axes)
  }
  const motion: BodyMotion = {
    fps,
    frames,
    rotations,
    moved: movedBones(source, map),
    face: resampleFace(source, options, frames),
  }
  if (legs === undefined) return motion
  const whole = { ...motion, hips, feet: { left, right } }
  return options.place === 'start' ? putOnMark(whole) : whole
}

const createSkeleton = ({ joints }: SourceMotion): PlacedSkeleton => ({
  rotations: new Float64Array(joints.length * 4),
  positions: new Float64Array(joints.length * 3),
})

function placeRest(source: SourceMotion, kind: RestKind): PlacedSkeleton {
  const placed = createSkeleton(source)
  if (kind === 'first-frame') placeFrame(placed, source, 0)
  else
    placeJoints(placed, source, (i) => {
      local.set(source.joints[i]!.rotation)
      offset.set(source.joints[i]!.translation)
    })
  return placed
}

/** @param position  In frames of the source; between two, both are mixed. */
function placeFrame(placed: PlacedSkeleton, source: SourceMotion, position: number): void {
  const { joints, frames, rotations, translations } = source
  const at = Math.min(frames - 1, Math.floor(position))
  const next = Math.min(frames - 1, at + 1)
  const t = Math.min(1, Math.max(0, position - at))
  placeJoints(placed, source, (i) => {
    const [a, b] = [at * joints.length + i, next * joints.length + i]
    slerp(local, 0, rotations, a * 4, rotations, b * 4, t)
    for (let k = 0; k < 3; k++) offset[k] = translations[a * 3 + k]! * (1 - t) + translations[b * 3 + k]! * t
  })
}

/** Forward kinematics; `load` writes `local` and `offset` of a joint. */
function placeJoints(
  { rotations, positions }: PlacedSkeleton,
  { joints }: SourceMotion,
  load: (joint: number) => void,
): void {
  for (const [i, { parent }] of joints.entries()) {
    load(i)
    if (parent < 0) {
      copyQuat(rotations, i * 4, local, 0)
      copyVec3(positions, i * 3, offset, 0)
      continue
    }
    rotateVector(offset, 0, rotations, parent * 4, offset, 0)
    addVec3(positions, i * 3, positions, parent * 3, offset, 0)
    multiply(rotations, i * 4, rotations, parent * 4, local, 0)
  }
}

/** The rotation from the file's axes to ours: up from the hips to the head, left from one upper arm to the other. */
function axesOf({ positions }: PlacedSkeleton, map: RetargetOptions['map']): Float64Array {
  const between = (from: BoneName, to: BoneName) => {
    const [a, b] = [map.get(from), map.get(to)]
    const span = new Float64Array(3)
    if (a !== undefined && b !== undefined) subtractVec3(span, 0, positions, b * 3, positions, a * 3)
    return nearestAxis(span)
  }
  const up = between('hips', 'head')
  const left = between('rightUpperArm', 'leftUpperArm')
  const forward = new Float64Array(3)
  crossVec3(forward, 0, left, 0, up, 0)
  if (normalizeVec3(forward, 0, forward, 0) === 0) {
    throw new EngineError(
      'clip/no-humanoid',
      'In the rest pose of this skeleton head and hips, or the two arms, are at one place or in one line, so that nobody can tell up from left. Try --rest first-frame.',
    )
  }
  return rotationOfAxes(up, forward)
}

/** The axis of the file nearest to a direction: files stand along their axes, and skeletons not quite. */
function nearestAxis(span: Float64Array): Float64Array {
  const axis = span.reduce((best, value, i) => (Math.abs(value) > Math.abs(span[best]!) ? i : best), 0)
  return Float64Array.from(span, (value, i) => (i === axis && value !== 0 ? Math.sign(value) : 0))
}

/** The rotation that takes a file's axes to ours: Y up, Z ahead. In two steps, each exact for axes. */
function rotationOfAxes(up: Float64Array, forward: Float64Array): Float64Array {
  const first = new Float64Array(4)
  fromTo(first, 0, up, 0, [0, 1, 0], 0)
  const ahead = new Float64Array(3)
  rotateVector(ahead, 0, first, 0, forward, 0)
  const yaw = new Float64Array(4)
  fromAxisAngle(yaw, 0, 0, 1, 0, -atan2(ahead[0]!, ahead[2]!))
  multiply(first, 0, yaw, 0, first, 0)
  return first
}

type Legs = {
  readonly hips: { readonly joint: number; readonly rest: Float64Array }
  readonly left: { readonly joint: number; readonly rest: Float64Array }
  readonly right: { readonly joint: number; readonly rest: Float64Array }
  readonly height: number
}

/** Where hips and ankles are in the T-pose of the source, our axes, its units; none without legs. */
function legsOf(
  rest: PlacedSkeleton,
  map: RetargetOptions['map'],
  axes: Float64Array,
  corrections: Float64Array,
): Legs | undefined {
  const hips = map.get('hips')!
  const place = new Float64Array(3)
  rotateVector(place, 0, axes, 0, rest.positions, hips * 3)
  const ankle = (side: 'left' | 'right') => {
    const chain = (['hips', `${side}UpperLeg`, `${side}LowerLeg`, `${side}Foot`] as const).map((bone) => map.get(bone))
    if (chain.includes(undefined)) return undefined
    const at = Float64Array.from(place)
    for (let i = 1; i < chain.length; i++) {
      const span = new Float64Array(3)
      subtractVec3(span, 0, rest.positions, chain[i]! * 3, rest.positions, chain[i - 1]! * 3)
      rotateVector(span, 0, axes, 0, span, 0)
      const bone = boneIndex((['hips', `${side}UpperLeg`, `${side}LowerLeg`] as const)[i - 1]!)
      conjugate(local, 0, corrections, bone * 4)
      rotateVector(span, 0, local, 0, span, 0)
      addVec3(at, 0, at, 0, span, 0)
    }
    return { joint: chain[3]!, rest: at }
  }
  const [left, right] = [ankle('left'), ankle('right')]
  if (left === undefined || right === undefined) return undefined
  const height = place[1]! - (left.rest[1]! + right.rest[1]!) / 2
  return height > 0 ? { hips: { joint: hips, rest: place }, left, right, height } : undefined
}

function writePlace(
  out: Float32Array,
  frame: number,
  placed: PlacedSkeleton,
  { joint, rest }: Legs['hips'],
  { height }: Legs,
  axes: Float64Array,
): void {
  rotateVector(offset, 0, axes, 0, placed.positions, joint * 3)
  setVec3(out, frame * 3, ...([0, 1, 2].map((k) => (offset[k]! - rest[k]!) / height) as [number, number, number]))
}

type Turning = Pick<RetargetOptions, 'map'> & {
  readonly axes: Float64Array
  readonly corrections: Float64Array
  readonly asIs: boolean
}

/** Turns every bone in space from the T-pose: what the joint has turned from its rest, on top of the T-pose's way to that rest. */
function turnBones(
  out: Float64Array,
  placed: PlacedSkeleton,
  rest: PlacedSkeleton,
  { map, axes, corrections, asIs }: Turning,
): void {
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const parent = BONE_PARENTS[bone]!
    if (parent < 0) setIdentity(out, bone * 4)
    else copyQuat(out, bone * 4, out, parent * 4)
    const joint = mappedAt(map, bone)
    if (joint === undefined) continue
    conjugate(local, 0, rest.rotations, joint * 4)
    multiply(local, 0, placed.rotations, joint * 4, local, 0)
    multiply(local, 0, axes, 0, local, 0)
    conjugate(out, bone * 4, axes, 0)
    multiply(local, 0, local, 0, out, bone * 4)
    multiply(out, bone * 4, local, 0, corrections, bone * 4)
  }
  spreadTrunk(out, (bone) => mappedAt(map, bone) !== undefined)
  if (!asIs) lowerShoulders(out)
  straightenHinges(out)
}

const indexed = new WeakMap<ReadonlyMap<BoneName, number>, (number | undefined)[]>()

/** The joint of a bone by its index, without a look-up by name in every frame. */
function mappedAt(map: ReadonlyMap<BoneName, number>, bone: number): number | undefined {
  let rows = indexed.get(map)
  if (rows === undefined) {
    rows = []
    for (const [name, joint] of map) rows[boneIndex(name)] = joint
    indexed.set(map, rows)
  }
  return rows[bone]
}

function writeLocal(out: Float32Array, at: number, turned: Float64Array): void {
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const parent = BONE_PARENTS[bone]!
    if (parent < 0) copyQuat(out, at + bone * 4, turned, bone * 4)
    else {
      conjugate(local, 0, turned, parent * 4)
      multiply(local, 0, local, 0, turned, bone * 4)
      copyQuat(out, at + bone * 4, local, 0)
    }
  }
}

const EYES = [boneIndex('leftEye') * 4, boneIndex('rightEye') * 4]

/** A gaze told apart from bones turns both eyes. */
function turnEyes(rotations: Float32Array, at: number, { gaze, frames, fps }: SourceMotion, seconds: number): void {
  if (gaze === undefined) return
  const frame = Math.min(frames - 1, Math.round(seconds * fps))
  for (const eye of EYES) copyQuat(rotations, at + eye, gaze, frame * 4)
}

/** Mapped bones, and those of the trunk that share in what these turn. */
const movedBones = ({ gaze }: SourceMotion, map: ReadonlyMap<BoneName, number>): ReadonlySet<BoneName> =>
  new Set<BoneName>([
    ...map.keys(),
    ...(['hips', 'spine', 'chest', 'upperChest', 'neck', 'head'] as const),
    ...(gaze === undefined ? [] : (['leftEye', 'rightEye'] as const)),
  ])

function resampleFace(source: SourceMotion, { fps, from }: RetargetOptions, frames: number): BodyMotion['face'] {
  return new Map(
    [...source.face].map(([channel, values]) => [
      channel,
      Float32Array.from({ length: frames }, (_, frame) => {
        const position = (from + frame / fps) * source.fps
        const at = Math.min(source.frames - 1, Math.floor(position))
        const t = Math.min(1, position - at)
        return values[at]! * (1 - t) + values[Math.min(source.frames - 1, at + 1)]! * t
      }),
    ]),
  )
}

type Standing = BodyMotion & { readonly hips: Float32Array; readonly feet: NonNullable<BodyMotion['feet']> }

/** Begins between the feet, with the lowest of them on the floor. Changes what it is given. */
function putOnMark(motion: Standing): Standing {
  const { hips, feet, frames } = motion
  const heights = Float32Array.from({ length: frames }, (_, i) =>
    Math.min(feet.left[i * 3 + 1]!, feet.right[i * 3 + 1]!),
  )
  const floor = heights.sort()[Math.floor(frames * BELOW_FLOOR)]!
  const start = [(feet.left[0]! + feet.right[0]!) / 2, floor, (feet.left[2]! + feet.right[2]!) / 2]
  for (const places of [hips, feet.left, feet.right])
    for (let at = 0; at < places.length; at++) places[at] = places[at]! - start[at % 3]!
  // An ankle is lowest with the sole on the floor: what lies below is noise.
  for (const places of [feet.left, feet.right])
    for (let at = 1; at < places.length; at += 3) places[at] = Math.max(0, places[at]!)
  return motion
}

/** The turn, in the file's axes, after which the motion begins facing ahead; none for one that does so nearly. */
function turnAhead(
  placed: PlacedSkeleton,
  rest: PlacedSkeleton,
  hips: number,
  axes: Float64Array,
): Float64Array | undefined {
  const turn = new Float64Array(4)
  conjugate(local, 0, rest.rotations, hips * 4)
  multiply(local, 0, placed.rotations, hips * 4, local, 0)
  conjugate(turn, 0, axes, 0)
  rotateVector(offset, 0, turn, 0, [0, 0, 1], 0)
  rotateVector(offset, 0, local, 0, offset, 0)
  rotateVector(offset, 0, axes, 0, offset, 0)
  const yaw = atan2(offset[0]!, offset[2]!)
  if (Math.abs(yaw) < FACES_ASIDE) return undefined
  fromAxisAngle(local, 0, 0, 1, 0, -yaw)
  multiply(turn, 0, turn, 0, local, 0)
  multiply(turn, 0, turn, 0, axes, 0)
  return turn
}

/** Turns a whole skeleton about the origin. */
function turnSkeleton({ rotations, positions }: PlacedSkeleton, turn: Float64Array): void {
  for (let at = 0; at < rotations.length; at += 4) multiply(rotations, at, turn, 0, rotations, at)
  for (let at = 0; at < positions.length; at += 3) rotateVector(positions, at, turn, 0, positions, at)
}
