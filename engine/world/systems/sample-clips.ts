import { copyQuat, slerp } from '../../core/math/quat.ts'
import { lerp } from '../../core/math/scalar.ts'
import { addScaledVec3, lerpVec3 } from '../../core/math/vec3.ts'
import { hipsHeight, type RestPose } from '../../pose/forward.ts'
import { FACE_CHANNEL_COUNT } from '../../rig/blendshapes.ts'
import { boneIndex } from '../../rig/bones.ts'
import {
  type ClipTrack,
  clipSeconds,
  sampleClipPlace,
  sampleClipRotation,
  sampleClipWeight,
} from '../../tracks/clip.ts'
import { maskRow, ownsFace } from '../../tracks/clip-mask.ts'
import { clipPresence, movesLegs } from '../clips.ts'
import { POSE_STRIDE } from '../components.ts'
import type { ClipCue } from '../cues.ts'
import { lineSeconds } from '../lines.ts'
import type { World } from '../world.ts'

const LEFT_FOOT = boneIndex('leftFoot') * 3
const RIGHT_FOOT = boneIndex('rightFoot') * 3
const HERE = new Float32Array(3)

const turn = new Float32Array(4)
const place = new Float32Array(3)

/** Lays clips over the body at ease, in the order they were given, each over what its mask lets through. */
export function sampleClips(world: World): void {
  const { Timeline, ClipFeet } = world.components
  for (const e of world.lists.actors) {
    ClipFeet.share[e] = 0
    for (const cue of Timeline.clips[e]!) layClip(world, e, cue)
  }
}

function layClip(world: World, e: number, cue: ClipCue): void {
  const { Pose, Face } = world.components
  const { clip, mask, loop } = cue
  const seconds = clipSeconds(clip, lineSeconds(cue, world.tick), loop)
  const weight = clipPresence(cue, world.tick)
  const moves = maskRow(mask)
  for (const { bone, track } of clip.bones) {
    if (moves[bone] === 0) continue
    const at = e * POSE_STRIDE + bone * 4
    sampleClipRotation(turn, 0, track, seconds)
    if (weight === 1) copyQuat(Pose.rotations, at, turn, 0)
    else slerp(Pose.rotations, at, Pose.rotations, at, turn, 0, weight)
  }
  if (movesLegs(cue)) moveLegs(world, e, cue, { seconds, weight })
  if (!ownsFace(mask)) return
  for (const { channel, track } of clip.face) {
    const at = e * FACE_CHANNEL_COUNT + channel
    Face.weights[at] = lerp(Face.weights[at]!, sampleClipWeight(track, seconds), weight)
  }
}

/** Hips go where the clip has them, and feet are told where they will stand. */
function moveLegs(world: World, e: number, { clip }: ClipCue, now: { seconds: number; weight: number }): void {
  const { Actor, Pose, ClipFeet } = world.components
  const rest = Actor.rest[e]!
  const { seconds, weight } = now
  if (clip.hips !== undefined) {
    putPlace(HERE, 0, rest, clip.hips, seconds)
    lerpVec3(Pose.hips, e * 3, Pose.hips, e * 3, place, 0, weight)
  }
  const before = ClipFeet.share[e]!
  const share = before + weight - before * weight
  if (share === 0) return
  ClipFeet.share[e] = share
  putPlace(rest.positions, LEFT_FOOT, rest, clip.feet!.left, seconds)
  lerpVec3(ClipFeet.ankles, e * 6, ClipFeet.ankles, e * 6, place, 0, weight / share)
  putPlace(rest.positions, RIGHT_FOOT, rest, clip.feet!.right, seconds)
  lerpVec3(ClipFeet.ankles, e * 6 + 3, ClipFeet.ankles, e * 6 + 3, place, 0, weight / share)
}

/** place = where a track has something on a body of this size, metres from `from`. */
function putPlace(from: Float32Array, at: number, rest: RestPose, track: ClipTrack, seconds: number): void {
  sampleClipPlace(place, 0, track, seconds)
  addScaledVec3(place, 0, from, at, place, 0, hipsHeight(rest))
}
