import { hypot2 } from '../../engine/core/math/ops.ts'
import { angleBetween, slerp } from '../../engine/core/math/quat.ts'
import { smoothstep } from '../../engine/core/math/scalar.ts'
import { lerpVec3 } from '../../engine/core/math/vec3.ts'
import { BONE_COUNT } from '../../engine/rig/bones.ts'
import type { BodyMotion } from '../../engine/tracks/body-motion.ts'

/** How long the end of a motion takes to become its beginning, seconds, and the most of it that this may take. */
const SEAM_SECONDS = 0.5
const SEAM_SHARE = 0.4
/** Who ends nearer than this to where it began, in hips' heights, has not gone anywhere: it sways, and its feet stand. */
const STAYS = 0.25

/**
 * Makes a motion go round: it travels no more, and its last frames become the ones before its first.
 *
 * One that goes round already is only closed. Of others, what is cut off the beginning is what the end is blended into, so that
 * speed goes on through the seam.
 */
export function loopMotion(motion: BodyMotion): BodyMotion {
  const still = withoutTravel(motion)
  return goesRound(still) ? closeRound(still) : blendSeam(still)
}

function blendSeam(still: BodyMotion): BodyMotion {
  const motion = still
  const seam = Math.max(1, Math.min(Math.round(SEAM_SECONDS * motion.fps), Math.floor(motion.frames * SEAM_SHARE)))
  const frames = motion.frames - seam
  // Frame i of the loop is frame i + seam of the motion; over the last `seam` of them frame i − (frames − 1) + seam comes in.
  const share = (i: number) => smoothstep(0, seam, i - (frames - 1 - seam))
  const mixPlaces = (values: Float32Array) =>
    build(frames, 3, (out, i) => {
      const into = Math.max(0, i - (frames - 1) + seam)
      lerpVec3(out, i * 3, values, (i + seam) * 3, values, into * 3, share(i))
    })
  return {
    ...still,
    frames,
    rotations: build(frames, BONE_COUNT * 4, (out, i) => {
      const into = Math.max(0, i - (frames - 1) + seam)
      for (let bone = 0; bone < BONE_COUNT; bone++) {
        const at = (frame: number) => (frame * BONE_COUNT + bone) * 4
        slerp(out, at(i), still.rotations, at(i + seam), still.rotations, at(into), share(i))
      }
    }),
    hips: still.hips && mixPlaces(still.hips),
    feet: still.feet && { left: mixPlaces(still.feet.left), right: mixPlaces(still.feet.right) },
    face: new Map(
      [...still.face].map(([channel, values]) => [
        channel,
        build(frames, 1, (out, i) => {
          const into = Math.max(0, i - (frames - 1) + seam)
          out[i] = values[i + seam]! * (1 - share(i)) + values[into]! * share(i)
        }),
      ]),
    ),
  }
}

/** Whether from the last frame to the first is no farther than between any two: a cycle without its last frame, or with it. */
function goesRound({ rotations, frames }: BodyMotion): boolean {
  const apart = (a: number, b: number) => {
    let most = 0
    for (let bone = 0; bone < BONE_COUNT; bone++)
      most = Math.max(
        most,
        angleBetween(rotations, (a * BONE_COUNT + bone) * 4, rotations, (b * BONE_COUNT + bone) * 4),
      )
    return most
  }
  let farthest = 0
  for (let frame = 1; frame < frames; frame++) farthest = Math.max(farthest, apart(frame, frame - 1))
  return apart(frames - 1, 0) <= farthest
}

/** Ends with the first frame. */
function closeRound(motion: BodyMotion): BodyMotion {
  const { frames, hips, feet, face } = motion
  const close = (values: Float32Array, width: number) =>
    build(frames + 1, width, (out, frame) => {
      for (let k = 0; k < width; k++) out[frame * width + k] = values[(frame % frames) * width + k]!
    })
  return {
    ...motion,
    frames: frames + 1,
    rotations: close(motion.rotations, BONE_COUNT * 4),
    hips: hips && close(hips, 3),
    feet: feet && { left: close(feet.left, 3), right: close(feet.right, 3) },
    face: new Map([...face].map(([channel, values]) => [channel, close(values, 1)])),
  }
}

/** Takes what the hips cover from the first frame to the last out of hips and feet, evenly; heights stay. */
function withoutTravel(motion: BodyMotion): BodyMotion {
  const { hips, feet, frames } = motion
  if (hips === undefined) return motion
  const last = (frames - 1) * 3
  const travel = [hips[last]! - hips[0]!, 0, hips[last + 2]! - hips[2]!]
  if (hypot2(travel[0]!, travel[2]!) < STAYS) return motion
  const stay = (values: Float32Array) =>
    values.map((value, at) => value - (travel[at % 3]! * Math.floor(at / 3)) / (frames - 1))
  return { ...motion, hips: stay(hips), feet: feet && { left: stay(feet.left), right: stay(feet.right) } }
}

function build(frames: number, width: number, write: (out: Float32Array, frame: number) => void): Float32Array {
  const out = new Float32Array(frames * width)
  for (let frame = 0; frame < frames; frame++) write(out, frame)
  return out
}
