import * as z from 'zod'
import { cos, sin } from '../core/math/ops.ts'
import { radians } from '../core/math/scalar.ts'
import { BONES, type BoneName } from './bones.ts'
import { type Axis, composeTurns, mirrorTurn, type Turn, turnAbout } from './turn.ts'

const degrees = z.number().min(-180).max(180)

const fingerSchema = z.strictObject({
  bend: z
    .tuple([degrees, degrees, degrees])
    .describe('Knuckle, middle joint, last joint; positive curls into the palm'),
  spread: degrees.describe('At the knuckle; positive towards the thumb'),
})

const thumbSchema = z.strictObject({
  flex: degrees.describe("At the base, about the thumb's own bending axis"),
  abduct: degrees.describe('At the base, in the plane of the palm; positive away from the fingers'),
  oppose: degrees.describe("At the base, about the hand's length; positive towards the palm"),
  bend: z.tuple([degrees, degrees]).describe('The two joints beyond the base'),
  twist: degrees.describe("At the base, about the thumb's length; turns the pad to the fingers"),
})

export const handPoseSchema = z.strictObject({
  thumb: thumbSchema,
  index: fingerSchema,
  middle: fingerSchema,
  ring: fingerSchema,
  little: fingerSchema,
})

/** Named hand poses: `content/poses/hands.json`. All zero is the flat hand of the rest pose. */
export const handPosesSchema = z.strictObject({
  version: z.literal(1),
  unit: z.literal('degrees'),
  poses: z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), handPoseSchema),
})

export type FingerPose = z.infer<typeof fingerSchema>
export type ThumbPose = z.infer<typeof thumbSchema>
export type HandPose = z.infer<typeof handPoseSchema>
export type HandPoses = z.infer<typeof handPosesSchema>
export type Side = 'left' | 'right'

/**
 * The axes of a left hand in the rest pose: palm down, fingers along +X, thumb towards +Z. Unit vectors.
 *
 * Each finger fans out from the wrist (degrees about Y, thumb-ward positive) and bends square to that.
 */
export const FINGER_FAN = { index: 5, middle: 0.8, ring: -4, little: -10.5 } as const

/** The thumb's bones: where each points, and about what it bends. It faces the palm askew, so these are not square to the hand. */
export const THUMB_AXES = {
  metacarpal: { along: [0.722606081, -0.301085867, 0.622244126], bend: [0.626173809, 0.666422061, -0.404707297] },
  proximal: { along: [0.786074009, -0.251995924, 0.564433971], bend: [0.552510289, 0.695877715, -0.458788171] },
  distal: { along: [0.870290898, -0.175161519, 0.460339218], bend: [0.429023112, 0.728680944, -0.533819493] },
} as const satisfies Record<string, { along: Axis; bend: Axis }>

const ALONG_HAND: Axis = [1, 0, 0]
const INTO_PALM: Axis = [0, -1, 0]

/**
 * The rotations of one hand's fifteen finger bones.
 *
 * @param pose  Degrees, as in the schema.
 * @param side  The right hand is the mirror image of the left.
 * @returns     Local rotations in the normalized rig, by bone.
 */
export function handTurns(pose: HandPose, side: Side): Map<BoneName, Turn> {
  const turns = new Map<BoneName, Turn>()
  const set = (part: string, turn: Turn) =>
    turns.set(`${side}${part}` as BoneName, side === 'left' ? turn : mirrorTurn(turn))
  const { proximal, distal } = THUMB_AXES
  set('ThumbMetacarpal', thumbBaseTurn(pose.thumb))
  set('ThumbProximal', turnAbout(proximal.bend, pose.thumb.bend[0]))
  set('ThumbDistal', turnAbout(distal.bend, pose.thumb.bend[1]))
  for (const finger of ['index', 'middle', 'ring', 'little'] as const) {
    const { bend, spread } = pose[finger]
    const axis = fingerBendAxis(finger)
    const name = `${finger[0]!.toUpperCase()}${finger.slice(1)}`
    set(`${name}Proximal`, composeTurns(turnAbout(INTO_PALM, spread), turnAbout(axis, bend[0])))
    set(`${name}Intermediate`, turnAbout(axis, bend[1]))
    set(`${name}Distal`, turnAbout(axis, bend[2]))
  }
  return turns
}

/** Positive turns about this curl a left finger into the palm. */
export function fingerBendAxis(finger: keyof typeof FINGER_FAN): Axis {
  const fan = radians(FINGER_FAN[finger])
  return [sin(fan), 0, -cos(fan)]
}

/** A saddle joint: bend it, swing it in the palm's plane, then carry it round in front of the palm. */
function thumbBaseTurn({ flex, abduct, oppose, twist }: ThumbPose): Turn {
  const { along, bend } = THUMB_AXES.metacarpal
  return composeTurns(
    turnAbout(ALONG_HAND, oppose),
    turnAbout(INTO_PALM, abduct),
    turnAbout(bend, flex),
    turnAbout(along, twist),
  )
}

const FINGER_BONE = /(Thumb|Index|Middle|Ring|Little)/

/** The fifteen finger bones of a hand. */
export const handBones = (side: Side): BoneName[] =>
  BONES.filter((bone) => bone.startsWith(side) && FINGER_BONE.test(bone))
