import { angleBetween, conjugate, multiply, slerp, splitSwingTwist } from '../core/math/quat.ts'
import { clamp, lerp } from '../core/math/scalar.ts'
import { BONES } from '../rig/bones.ts'
import { type Gesture, sideOfArm } from './gesture.ts'
import { createRotationTrack, type RotationTrack } from './rotation-track.ts'

/** How somebody makes a gesture. */
export type GestureFit = {
  /** How strongly it is meant, [0, 1]; brought within what the gesture reads at. */
  readonly intensity: number
  /** How far the elbows go from the body, 1 as authored. */
  readonly space: number
  /** How hard the stroke lands, [0, 1]. */
  readonly power: number
}

/** Share of the way from ease to the authored pose that arms go at the least intensity. */
const LEAST_REACH = 0.55
/** Elbows spread no further than this, however large a manner: shoulders have no more. */
const MOST_SPACE = 1.2
const LEAST_SPACE = 0.6

/** A stroke that a hold follows settles: past its end, back a little, and there. Seconds after it, and shares of its way. */
const SETTLE = [
  [0.07, 0.09],
  [0.17, -0.025],
] as const
/** Only where the hold is long enough to settle in, seconds, and stays near, as a share of the stroke's way. */
const SETTLE_ROOM = 0.3
const SETTLE_NEAR = 0.35
/** A key this near to the stroke is its own, seconds. */
const AT_STROKE = 0.06
/** How much of the way of the strongest stroke is left for its second half, against half of it. */
const SNAP = 0.2

/** The lengths of the arms in the rest pose, about which a hand's palm rolls. */
const ALONG_ARM = [1, 0, 0] as const

const REACHES = BONES.map((bone) => /(UpperArm|LowerArm|Shoulder)$/.test(bone))
const SPREADS = BONES.map((bone) => /(UpperArm|Shoulder)$/.test(bone))
const LANDS = BONES.map((bone) => /(UpperArm|LowerArm|Shoulder|Hand)$/.test(bone))
/** Whether a gesture's turns of a bone replace the pose beneath; trunk, neck and head it turns further than life has. */
export const replacesBone = ({ additive }: Gesture, bone: number): boolean => !additive && sideOfArm(bone) !== undefined

/**
 * Fits a gesture to who makes it and how strongly: paths of the bones it moves.
 *
 * Intensity says how far the arms leave their ease, and how far trunk and head turn; space how far the elbows spread.
 * Fingers and wrists stay as they were authored, and so do arms that touch: they carry what is meant. Power holds the
 * stroke back and lets it snap, and has it settle where a hold follows.
 *
 * @param ease  Local rotations of a body at ease, BONE_COUNT × 4.
 */
export function fitGesture(gesture: Gesture, ease: Float32Array, fit: GestureFit): readonly RotationTrack[] {
  if (gesture.exact) return [...gesture.tracks, ...atEase(gesture, ease)]
  const intensity = clamp(fit.intensity, gesture.intensity[0], gesture.intensity[1])
  const touching = gesture.touches.length > 0
  const reach = touching ? 1 : lerp(LEAST_REACH, 1, intensity)
  const space = touching ? 1 : clamp(fit.space, LEAST_SPACE, MOST_SPACE)
  const fitted = gesture.tracks.map((track) => {
    if (!replacesBone(gesture, track.bone)) return scaleTrack(track, IDENTITY, 0, intensity)
    const at = track.bone * 4
    const spread = SPREADS[track.bone]! && space !== 1 ? spreadTrack(track, ease, at, space) : track
    const reached = REACHES[track.bone]! && reach !== 1 ? scaleTrack(spread, ease, at, reach) : spread
    return LANDS[track.bone]! && !touching && fit.power > 0 ? landTrack(reached, gesture, fit.power) : reached
  })
  return [...fitted, ...atEase(gesture, ease)]
}

/** What a gesture leaves unsaid of the arms it moves is at ease: who takes an arm over takes all of it. */
function atEase(gesture: Gesture, ease: Float32Array): RotationTrack[] {
  if (gesture.additive) return []
  const keyed = new Set(gesture.tracks.map(({ bone }) => bone))
  return BONES.flatMap((_, bone) => {
    const side = sideOfArm(bone)
    if (side === undefined || !gesture.arms[side === 'left' ? 0 : 1] || keyed.has(bone)) return []
    return [createRotationTrack(bone, Float64Array.of(0), ease.slice(bone * 4, bone * 4 + 4))]
  })
}

const IDENTITY = new Float32Array([0, 0, 0, 1])

/** All keyframes at a share of their way from a pose beneath. */
function scaleTrack(track: RotationTrack, beneath: Float32Array, at: number, share: number): RotationTrack {
  if (share === 1) return track
  const rotations = new Float32Array(track.rotations.length)
  for (let key = 0; key < rotations.length; key += 4) slerp(rotations, key, beneath, at, track.rotations, key, share)
  return createRotationTrack(track.bone, track.times, rotations)
}

const swing = new Float64Array(4)
const twist = new Float64Array(4)
const easeSwing = new Float64Array(4)
const scratch = new Float64Array(4)

/** All keyframes with the swing of the bone from ease at a share of its way, and its roll kept: palms stay as they were. */
function spreadTrack(track: RotationTrack, ease: Float32Array, at: number, share: number): RotationTrack {
  splitSwingTwist(easeSwing, scratch, ease, at, ALONG_ARM)
  const rotations = new Float32Array(track.rotations.length)
  for (let key = 0; key < rotations.length; key += 4) {
    splitSwingTwist(swing, twist, track.rotations, key, ALONG_ARM)
    slerp(swing, 0, easeSwing, 0, swing, 0, share)
    multiply(rotations, key, swing, 0, twist, 0)
  }
  return createRotationTrack(track.bone, track.times, rotations)
}

/** The track with its stroke held back and let go, and settling in the hold that follows. */
function landTrack(track: RotationTrack, { sync }: Gesture, power: number): RotationTrack {
  const { times, rotations } = track
  const stroke = times.findIndex((time) => Math.abs(time - sync.stroke) < AT_STROKE)
  if (stroke < 1) return track
  const keys = Array.from(times, (time, key) => ({ time, rotation: rotations.slice(key * 4, key * 4 + 4) }))
  const [before, landed, next] = [keys[stroke - 1]!, keys[stroke]!, keys[stroke + 1]]
  const way = angleBetween(before.rotation, 0, landed.rotation, 0)
  const holds =
    next === undefined ||
    (next.time - landed.time >= SETTLE_ROOM && angleBetween(landed.rotation, 0, next.rotation, 0) < way * SETTLE_NEAR)
  const held = {
    time: (before.time + landed.time) / 2,
    rotation: partWay(before.rotation, landed.rotation, 0.5 - SNAP * power),
  }
  const settling = SETTLE.map(([after, share]) => ({
    time: landed.time + after,
    rotation: beyond(before.rotation, landed.rotation, share * power),
  }))
  // What settles comes to rest: at the next keyframe, or half as long again after the last swing.
  const rested = next ?? { time: landed.time + SETTLE_ROOM, rotation: landed.rotation }
  const path = [
    ...keys.slice(0, stroke),
    held,
    landed,
    ...(holds ? [...settling, ...(next === undefined ? [rested] : [])] : []),
    ...keys.slice(stroke + 1),
  ]
  return createRotationTrack(
    track.bone,
    Float64Array.from(path, ({ time }) => time),
    Float32Array.from(path.flatMap(({ rotation }) => [...rotation])),
  )
}

function partWay(from: Float32Array, to: Float32Array, share: number): Float32Array {
  const out = new Float32Array(4)
  slerp(out, 0, from, 0, to, 0, share)
  return out
}

/** A rotation carried on beyond `to` by a share of the way from `from`; a negative share stops short. */
function beyond(from: Float32Array, to: Float32Array, share: number): Float32Array {
  const out = partWay(to, from, Math.abs(share))
  if (share < 0) return out
  conjugate(scratch, 0, out, 0)
  multiply(scratch, 0, scratch, 0, to, 0)
  multiply(out, 0, to, 0, scratch, 0)
  return out
}
