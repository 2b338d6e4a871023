import { angleBetween, slerp } from '../../engine/core/math/quat.ts'
import { radians } from '../../engine/core/math/scalar.ts'
import { distanceVec3, lerpVec3 } from '../../engine/core/math/vec3.ts'
import { BONE_COUNT, BONES, type BoneName, boneIndex } from '../../engine/rig/bones.ts'
import type { BodyMotion } from '../../engine/tracks/body-motion.ts'
import type { ClipFile } from '../../engine/tracks/clip.ts'
import { type ClipMask, maskRow, ownsFace, ownsLegs } from '../../engine/tracks/clip-mask.ts'

/** How far left-out keyframes may be from what is drawn between those that are kept. */
export type ClipTolerance = {
  /** Degrees, of each joint. */
  readonly rotation: number
  /** Share of the hips' height: 0.0005 is half a millimetre. */
  readonly place: number
  readonly weight: number
}

export const CLIP_TOLERANCE: ClipTolerance = { rotation: 0.25, place: 0.0005, weight: 0.005 }

export type ClipFacts = Pick<ClipFile, 'description' | 'licence' | 'loop'> & {
  readonly source?: string
  readonly mask: ClipMask
  readonly tolerance?: ClipTolerance
}

/** Distance of a frame from what is drawn between two others, t of the way. */
type Distance = (from: number, to: number, frame: number, t: number) => number

const drawn = new Float32Array(4)
/** Joints that never leave their rest by more than this say nothing. Radians. */
const AT_REST = radians(0.05)
const IDENTITY = [0, 0, 0, 1]

/** Makes a clip of a motion: what its mask lets through, with no more keyframes than the tolerance asks for. */
export function makeClip(motion: BodyMotion, { tolerance = CLIP_TOLERANCE, ...facts }: ClipFacts): ClipFile {
  const { fps, frames, hips, feet, face } = motion
  const places = (values: Float32Array) => placeRows(values, motion, tolerance.place)
  const legs = ownsLegs(facts.mask)
  return {
    version: 1,
    ...facts,
    duration: rounded((frames - 1) / fps),
    bones: Object.fromEntries(
      keptBones(motion, facts.mask).map((bone) => [bone, rotationRows(motion, bone, radians(tolerance.rotation))]),
    ),
    ...(legs && hips ? { hips: places(hips) } : {}),
    ...(legs && feet ? { feet: { left: places(feet.left), right: places(feet.right) } } : {}),
    face: ownsFace(facts.mask)
      ? Object.fromEntries(
          [...face].map(([channel, values]) => [channel, weightRows(values, motion, tolerance.weight)]),
        )
      : {},
  }
}

/** Eyes that rest are left out, and so is a jaw: what is no part of a capture is not held still by it. */
function keptBones({ moved, rotations, frames }: BodyMotion, mask: ClipMask): BoneName[] {
  const row = maskRow(mask)
  const stirs = (bone: BoneName) => {
    for (let frame = 0; frame < frames; frame++)
      if (angleBetween(rotations, (frame * BONE_COUNT + boneIndex(bone)) * 4, IDENTITY, 0) > AT_REST) return true
    return false
  }
  return BONES.filter(
    (bone) =>
      row[boneIndex(bone)] === 1 &&
      moved.has(bone) &&
      (!/Eye$|^jaw$|Thumb|Index|Middle|Ring|Little/.test(bone) || stirs(bone)),
  )
}

function rotationRows({ rotations, frames, fps }: BodyMotion, bone: BoneName, tolerance: number) {
  const at = (frame: number) => (frame * BONE_COUNT + boneIndex(bone)) * 4
  const kept = keepFrames(frames, tolerance, (from, to, frame, t) => {
    slerp(drawn, 0, rotations, at(from), rotations, at(to), t)
    return angleBetween(drawn, 0, rotations, at(frame))
  })
  return kept.map((frame): [number, number, number, number, number] => {
    const q = rotations.subarray(at(frame), at(frame) + 4)
    return [rounded(frame / fps), rounded(q[0]!), rounded(q[1]!), rounded(q[2]!), rounded(q[3]!)]
  })
}

function placeRows(values: Float32Array, { frames, fps }: BodyMotion, tolerance: number) {
  const kept = keepFrames(frames, tolerance, (from, to, frame, t) => {
    lerpVec3(drawn, 0, values, from * 3, values, to * 3, t)
    return distanceVec3(drawn, 0, values, frame * 3)
  })
  return kept.map((frame): [number, number, number, number] => {
    const at = frame * 3
    return [rounded(frame / fps), rounded(values[at]!), rounded(values[at + 1]!), rounded(values[at + 2]!)]
  })
}

function weightRows(values: Float32Array, { frames, fps }: BodyMotion, tolerance: number) {
  const kept = keepFrames(frames, tolerance, (from, to, frame, t) =>
    Math.abs(values[frame]! - (values[from]! * (1 - t) + values[to]! * t)),
  )
  return kept.map((frame): [number, number] => [rounded(frame / fps), Math.min(1, rounded(values[frame]!))])
}

/** Douglas and Peucker's choice of frames for any kind of value. Ascending; one frame is enough for what never moves. */
function keepFrames(frames: number, tolerance: number, distance: Distance): number[] {
  const kept = new Set([0, frames - 1])
  const spans: [number, number][] = [[0, frames - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    const worst = farthestFrame(from, to, tolerance, distance)
    if (worst < 0) continue
    kept.add(worst)
    spans.push([from, worst], [worst, to])
  }
  const [first, last] = [0, frames - 1]
  if (kept.size === 2 && distance(first, first, last, 0) < tolerance * 0.1) return [first]
  return [...kept].sort((a, b) => a - b)
}

function farthestFrame(from: number, to: number, tolerance: number, distance: Distance): number {
  let farthest = -1
  let most = tolerance
  for (let frame = from + 1; frame < to; frame++) {
    const d = distance(from, to, frame, (frame - from) / (to - from))
    if (d <= most) continue
    most = d
    farthest = frame
  }
  return farthest
}

/** Five digits: a thousandth of a degree, a hundredth of a millimetre. No negative zero. */
const rounded = (value: number): number => Math.round(value * 1e5) / 1e5 + 0
