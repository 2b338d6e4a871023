import type * as z from 'zod'
import { copyQuat, slerp } from '../../../engine/core/math/quat.ts'
import { lerpVec3 } from '../../../engine/core/math/vec3.ts'
import { bodyPoseRotations, bodyPoseSchema } from '../../../engine/rig/body-pose.ts'
import { BONE_COUNT, BONES } from '../../../engine/rig/bones.ts'
import { type HandPoses, handPosesSchema } from '../../../engine/rig/hand-poses.ts'
import type { BodyMotion } from '../../../engine/tracks/body-motion.ts'
import type { ClipFile } from '../../../engine/tracks/clip.ts'
import type { ClipMask } from '../../../engine/tracks/clip-mask.ts'
import hands from '../../poses/hands.json' with { type: 'json' }
import standing from '../../poses/standing.json' with { type: 'json' }
import { makeClip } from '../make-clip.ts'

type Place = readonly [number, number, number]

/** A body at one time of an authored motion; what it leaves out stands at ease. */
export type Key = {
  /** Seconds. */
  readonly at: number
  /** Degrees, as in content/poses. */
  readonly bones?: z.input<typeof bodyPoseSchema>['bones']
  readonly mirror?: boolean
  readonly hands?: { readonly left: string; readonly right: string }
  /** Of hips and ankles from rest, shares of the hips' height. */
  readonly hips?: Place
  readonly leftFoot?: Place
  readonly rightFoot?: Place
}

export type Authored = {
  readonly name: string
  readonly description: string
  readonly loop: boolean
  readonly mask: ClipMask
  /** At least two, ascending from 0. Between two, all is eased out of the one and into the other. */
  readonly keys: readonly Key[]
}

const FPS = 60
const AT_HOME: Place = [0, 0, 0]
const HANDS: HandPoses = handPosesSchema.parse(hands)
const STANDING = bodyPoseSchema.parse(standing)

/** Makes the clip of an authored motion. */
export function makeAuthored({ keys, ...facts }: Authored): ClipFile {
  const poses = keys.map(poseOf)
  const frames = Math.round(keys.at(-1)!.at * FPS) + 1
  const rotations = new Float32Array(frames * BONE_COUNT * 4)
  const [hips, left, right] = [0, 1, 2].map(() => new Float32Array(frames * 3)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  for (let frame = 0; frame < frames; frame++) {
    const { i, next, t } = between(keys, frame / FPS)
    for (let bone = 0; bone < BONE_COUNT; bone++) {
      const at = (frame * BONE_COUNT + bone) * 4
      copyQuat(rotations, at, poses[i]!, bone * 4)
      slerp(rotations, at, rotations, at, poses[next]!, bone * 4, t)
    }
    const put = (out: Float32Array, place: (key: Key) => Place | undefined) =>
      lerpVec3(out, frame * 3, place(keys[i]!) ?? AT_HOME, 0, place(keys[next]!) ?? AT_HOME, 0, t)
    put(hips, (key) => key.hips)
    put(left, (key) => key.leftFoot)
    put(right, (key) => key.rightFoot)
  }
  const motion: BodyMotion = {
    fps: FPS,
    frames,
    rotations,
    moved: new Set(BONES),
    hips,
    feet: { left, right },
    face: new Map(),
  }
  const { description, loop, mask } = facts
  return makeClip(motion, {
    description,
    loop,
    mask,
    licence: 'CC0-1.0',
    source: `content/motion/authored/${facts.name}.ts`,
  })
}

function poseOf({ bones = {}, mirror = true, hands: named }: Key): Float32Array {
  const pose = bodyPoseSchema.parse({
    ...STANDING,
    mirror,
    bones: { ...STANDING.bones, ...bones },
    hands: named ?? STANDING.hands,
  })
  return bodyPoseRotations(pose, HANDS)
}

/** The keys around a time, and how far it is from the one to the other, eased. */
function between(keys: readonly Key[], seconds: number): { i: number; next: number; t: number } {
  const after = keys.findIndex(({ at }) => at > seconds)
  if (after <= 0) return { i: keys.length - 1, next: keys.length - 1, t: 0 }
  const t = (seconds - keys[after - 1]!.at) / (keys[after]!.at - keys[after - 1]!.at)
  return { i: after - 1, next: after, t: t * t * (3 - 2 * t) }
}
