import * as z from 'zod'
import { lerp, radians } from '../core/math/scalar.ts'
import { type BlendshapeName, faceChannel } from './blendshapes.ts'
import { FACE_REGIONS, type FaceRegion } from './face-regions.ts'

/** Shapes that come in twos, without their side. Eyeballs are not among them: they belong to the gaze. */
const PAIRED = [
  'browDown',
  'browOuterUp',
  'cheekSquint',
  'eyeBlink',
  'eyeSquint',
  'eyeWide',
  'mouthDimple',
  'mouthFrown',
  'mouthLowerDown',
  'mouthPress',
  'mouthSmile',
  'mouthStretch',
  'mouthUpperUp',
  'noseSneer',
] as const
const SINGLE = [
  'browInnerUp',
  'cheekPuff',
  'jawForward',
  'jawLeft',
  'jawOpen',
  'jawRight',
  'mouthFunnel',
  'mouthLeft',
  'mouthPucker',
  'mouthRight',
  'mouthRollLower',
  'mouthRollUpper',
  'mouthShrugLower',
  'mouthShrugUpper',
] as const

/** Intensity at which an expression is just seen; `faint` tells what it looks like then. */
export const FAINT = 0.3

const weight = z.number().min(0).max(1)
const seconds = (max: number) => z.number().min(0).max(max)
const isPaired = (name: string): boolean => (PAIRED as readonly string[]).includes(name)

const mixSchema = z
  .partialRecord(z.enum([...PAIRED, ...SINGLE]), z.union([weight, z.tuple([weight, weight])]))
  .superRefine((mix, { addIssue }) => {
    for (const [name, value] of Object.entries(mix))
      if (Array.isArray(value) !== isPaired(name))
        addIssue({
          code: 'custom',
          path: [name],
          message: isPaired(name) ? 'takes two numbers, left and right' : 'takes one number',
        })
  })

const bearingSchema = z.strictObject({
  chin: z.number().min(-15).max(15).default(0).describe('Chin raised'),
  tilt: z.number().min(-15).max(15).default(0).describe('Head tilted to the left shoulder'),
  turn: z.number().min(-15).max(15).default(0).describe('Head turned to the left'),
  lean: z.number().min(-8).max(8).default(0).describe('Trunk forward'),
})

/**
 * A feeling as a face shows it; `content/expressions/<name>.json`. Shapes in twos are given left and right.
 *
 * @source  P. Ekman, W. Friesen, Facial Action Coding System (1978), for what moves; life.md §10.5 for when.
 */
export const expressionSchema = z.strictObject({
  version: z.literal(2),
  description: z.string().min(1),
  faint: mixSchema.describe(`The face at intensity ${FAINT}: not simply less of the full one`),
  full: mixSchema.describe('The face at intensity 1'),
  timing: z.strictObject({
    onset: seconds(3).min(0.1).describe('Seconds from its beginning to its height'),
    overshoot: z.number().min(0).max(0.4).describe('How far its height goes beyond what stays, as a share'),
    settle: seconds(3).min(0.1).describe('Seconds from its height to what stays'),
    hold: seconds(20).describe('Seconds that it stays with a word, where nobody says how long'),
    offset: seconds(6).min(0.1).describe('Seconds in which it goes'),
    delays: z
      .partialRecord(z.enum(FACE_REGIONS), seconds(0.5))
      .describe('Seconds that a part of the face sets out after the first'),
  }),
  bearing: bearingSchema.prefault({}).describe('What the head does along with it, degrees'),
})

export type ExpressionFile = z.infer<typeof expressionSchema>
type Mix = ExpressionFile['full']

/** How a face comes and goes, seconds; delays by region. */
export type ExpressionTiming = Omit<ExpressionFile['timing'], 'delays'> & { readonly delays: readonly number[] }

/** What the head and the trunk do along with a face, radians. Axes as in LIFE_SIGNALS. */
export type Bearing = {
  readonly headPitch: number
  readonly headRoll: number
  readonly headYaw: number
  readonly leanPitch: number
}

/** An expression ready to be blended: weights at faint and at full intensity, channel by channel. */
export type Expression = {
  readonly channels: Uint8Array
  readonly faint: Float32Array
  readonly full: Float32Array
  readonly timing: ExpressionTiming
  readonly bearing: Bearing
}

export function compileExpression({ faint, full, timing, bearing }: ExpressionFile): Expression {
  const [some, all] = [weightsOf(faint), weightsOf(full)]
  const channels = [...new Set([...all.keys(), ...some.keys()])]
  return {
    channels: Uint8Array.from(channels),
    faint: Float32Array.from(channels, (channel) => some.get(channel) ?? 0),
    full: Float32Array.from(channels, (channel) => all.get(channel) ?? 0),
    timing: { ...timing, delays: FACE_REGIONS.map((region: FaceRegion) => timing.delays[region] ?? 0) },
    bearing: {
      headPitch: radians(-bearing.chin),
      headRoll: radians(-bearing.tilt),
      headYaw: radians(bearing.turn),
      leanPitch: radians(bearing.lean),
    },
  }
}

/** Weight of the i-th channel at an intensity: nothing, faint and full, and straight lines between. */
export function weightAt({ faint, full }: Expression, i: number, intensity: number): number {
  if (intensity <= FAINT) return (faint[i]! * intensity) / FAINT
  return lerp(faint[i]!, full[i]!, (intensity - FAINT) / (1 - FAINT))
}

/** Weights by channel. */
function weightsOf(mix: Mix): Map<number, number> {
  const weights = new Map<number, number>()
  for (const [name, value] of Object.entries(mix)) {
    if (!Array.isArray(value)) weights.set(faceChannel(name as BlendshapeName), value)
    else
      for (const [i, side] of ['Left', 'Right'].entries())
        weights.set(faceChannel(`${name}${side}` as BlendshapeName), value[i]!)
  }
  return weights
}
