import * as z from 'zod'
import { dotQuat, nlerp, normalizeQuat, slerp } from '../core/math/quat.ts'
import { lerpVec3 } from '../core/math/vec3.ts'
import { FACE_CHANNELS, type FaceChannelName, faceChannel } from '../rig/blendshapes.ts'
import { BONES, type BoneName, boneIndex } from '../rig/bones.ts'
import { CLIP_MASKS, type ClipMask } from './clip-mask.ts'
import { keyframeBefore } from './sample.ts'

/** The longest clip, seconds: what is longer is a performance, and is cut to what is needed. */
export const MAX_CLIP_SECONDS = 600
/** Keyframes of one track: every tick of the longest clip. */
const MAX_KEYFRAMES = MAX_CLIP_SECONDS * 60 + 1
/** How far a quaternion in a file may be from length 1: five digits. */
const UNIT_SLACK = 1e-3
/** How far a clip that loops may end from where it begins: degrees of a quaternion's arc, and a share of the hips' height. */
const LOOP_SLACK = 0.02

/** Cosine of half the angle of a turn of 16°: below that a straight mix is off the arc by less than 0.02°, at half the cost. */
const NEAR = 0.99

const seconds = z.number().min(0).max(MAX_CLIP_SECONDS)
const share = z.number().min(-100).max(100)
const rotationRow = z.tuple([seconds, z.number(), z.number(), z.number(), z.number()])
const placeRow = z.tuple([seconds, share, share, share])
const weightRow = z.tuple([seconds, z.number().min(0).max(1)])

const ascending = (rows: readonly (readonly number[])[]) =>
  rows.every((row, i) => i === 0 || row[0]! > rows[i - 1]![0]!)
const track = <Row extends typeof rotationRow | typeof placeRow | typeof weightRow>(row: Row) =>
  z.array(row).min(1).max(MAX_KEYFRAMES).refine(ascending, 'times must ascend')

const rotations = track(rotationRow).refine(
  (rows) => rows.every(([, x, y, z, w]) => Math.abs(x * x + y * y + z * z + w * w - 1) < UNIT_SLACK),
  'must hold unit quaternions',
)

/**
 * `content/clips/<name>.json`: motion of a body that is nobody's. Rotations are those of the normalized T-pose, rows of
 * (seconds, x, y, z, w); places are shares of the hips' height above the ankles, as rows of (seconds, x, y, z), so that they
 * fit any rig.
 */
export const clipSchema = z
  .strictObject({
    version: z.literal(1),
    description: z.string().min(1).max(500),
    source: z.string().max(500).optional().describe('Where it comes from'),
    licence: z.string().min(1).max(100),
    duration: z.number().min(0.05).max(MAX_CLIP_SECONDS).describe('Seconds'),
    loop: z.boolean().describe('Ends as it begins'),
    mask: z.enum(CLIP_MASKS).describe('What it moves unless a command asks for less'),
    bones: z.partialRecord(z.enum(BONES as [BoneName, ...BoneName[]]), rotations),
    hips: track(placeRow).optional().describe('Of the hips, from where they are at rest'),
    feet: z
      .strictObject({ left: track(placeRow), right: track(placeRow) })
      .optional()
      .describe('Of the ankles, from where they are at rest; constant while a foot is planted'),
    face: z
      .partialRecord(z.enum(FACE_CHANNELS as [FaceChannelName, ...FaceChannelName[]]), track(weightRow))
      .default({}),
  })
  .refine((clip) => !clip.loop || seam(clip) <= LOOP_SLACK, {
    path: ['loop'],
    error: 'is true, but the clip does not end as it begins; import it with --loop',
  })

export type ClipFile = z.infer<typeof clipSchema>

/** Keyframes of values of one width over time, immutable, straight between them. */
export type ClipTrack = { readonly times: Float64Array; readonly values: Float32Array }

/** A clip ready to be sampled. Widths: rotations 4, places 3, weights 1. */
export type Clip = {
  readonly name: string
  readonly duration: number
  readonly loop: boolean
  readonly mask: ClipMask
  readonly bones: readonly { readonly bone: number; readonly track: ClipTrack }[]
  readonly hips: ClipTrack | undefined
  readonly feet: { readonly left: ClipTrack; readonly right: ClipTrack } | undefined
  readonly face: readonly { readonly channel: number; readonly track: ClipTrack }[]
}

/** Lays a clip's file out for sampling. */
export function compileClip(name: string, file: ClipFile): Clip {
  return {
    name,
    duration: file.duration,
    loop: file.loop,
    mask: file.mask,
    bones: BONES.flatMap((bone) => {
      const rows = file.bones[bone]
      return rows === undefined ? [] : [{ bone: boneIndex(bone), track: unitTrack(rows) }]
    }),
    hips: file.hips && layTrack(file.hips),
    feet: file.feet && { left: layTrack(file.feet.left), right: layTrack(file.feet.right) },
    face: FACE_CHANNELS.flatMap((channel) => {
      const rows = file.face[channel]
      return rows === undefined ? [] : [{ channel: faceChannel(channel), track: layTrack(rows) }]
    }),
  }
}

/** Time on a clip's own clock, for one that goes round or stops at its end. Seconds. */
export function clipSeconds({ duration }: Pick<Clip, 'duration'>, seconds: number, loops: boolean): number {
  if (!loops) return Math.min(seconds, duration)
  return seconds - duration * Math.floor(seconds / duration)
}

/** Writes a rotation: a unit quaternion (x, y, z, w). Outside the track the nearest keyframe holds, as for all of them. */
export function sampleClipRotation(out: Float32Array, at: number, track: ClipTrack, seconds: number): void {
  const i = segmentOf(track, seconds)
  const [from, to] = [i * 4, nextOf(track, i) * 4]
  const mix = Math.abs(dotQuat(track.values, from, track.values, to)) > NEAR ? nlerp : slerp
  mix(out, at, track.values, from, track.values, to, shareOf(track, i, seconds))
}

/** Writes a place: three floats, shares of the hips' height. */
export function sampleClipPlace(out: Float32Array, at: number, track: ClipTrack, seconds: number): void {
  const i = segmentOf(track, seconds)
  lerpVec3(out, at, track.values, i * 3, track.values, nextOf(track, i) * 3, shareOf(track, i, seconds))
}

/** The weight of a face channel, [0, 1]. */
export function sampleClipWeight(track: ClipTrack, seconds: number): number {
  const i = segmentOf(track, seconds)
  const t = shareOf(track, i, seconds)
  return track.values[i]! * (1 - t) + track.values[nextOf(track, i)]! * t
}

function segmentOf({ times }: ClipTrack, seconds: number): number {
  const last = times.length - 1
  if (seconds <= times[0]!) return 0
  if (seconds >= times[last]!) return last
  return keyframeBefore(times, seconds)
}

const nextOf = ({ times }: ClipTrack, i: number): number => Math.min(i + 1, times.length - 1)

function shareOf(track: ClipTrack, i: number, seconds: number): number {
  const next = nextOf(track, i)
  if (next === i) return 0
  const { times } = track
  return Math.max(0, Math.min(1, (seconds - times[i]!) / (times[next]! - times[i]!)))
}

function layTrack(rows: readonly (readonly number[])[]): ClipTrack {
  return {
    times: Float64Array.from(rows, ([at]) => at!),
    values: Float32Array.from(rows.flatMap((row) => row.slice(1))),
  }
}

function unitTrack(rows: readonly (readonly number[])[]): ClipTrack {
  const track = layTrack(rows)
  for (let at = 0; at < track.values.length; at += 4) normalizeQuat(track.values, at, track.values, at)
  return track
}

type Rows = readonly (readonly number[])[]
type Moving = {
  readonly bones: Partial<Record<BoneName, Rows>>
  readonly hips?: Rows | undefined
  readonly feet?: { readonly left: Rows; readonly right: Rows } | undefined
  readonly face: Partial<Record<FaceChannelName, Rows>>
}

/** The largest difference between a clip's first and last values; a quaternion and its opposite are the same. */
function seam({ bones, hips, feet, face }: Moving): number {
  const gap = (rows: Rows | undefined, sign = 1) =>
    rows === undefined ? 0 : Math.max(...rows[0]!.slice(1).map((v, i) => Math.abs(v - sign * rows.at(-1)![i + 1]!)))
  return Math.max(
    0,
    ...Object.values(bones).map((rows) => Math.min(gap(rows), gap(rows, -1))),
    ...[hips, feet?.left, feet?.right, ...Object.values(face)].map((rows) => gap(rows)),
  )
}
