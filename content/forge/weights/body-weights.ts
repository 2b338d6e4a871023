import { clamp, smoothstep } from '../kit/scalar.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { LIMB_JOINTS } from '../skeleton/measures.ts'
import { addInfluence, bendAt, type Influences } from './influences.ts'

/** Joints of the spine from the head down: height at which one hands over to the next, and half the band. Centimetres. */
const SPINE = [
  { joint: 'head', height: 140.3, band: 3.4 },
  { joint: 'neck', height: 134.2, band: 3 },
  { joint: 'upperChest', height: 122.5, band: 5 },
  { joint: 'chest', height: 112, band: 5 },
  { joint: 'spine', height: 102, band: 5 },
] as const

/** Below this the hips and legs carry everything, above the next the spine. */
const HIPS_ONLY = 93
const SPINE_ONLY = 97
/** Half the width in which skin's left and right leg mix. */
const LEG_MIX = 2.6

/**
 * Divides a point of the T-pose among the joints by where it lies: analytic, so that cloth and skin agree.
 *
 * Rough at the armpits and the crotch; blur along the mesh afterwards.
 *
 * @param legMix  Half the width in which left and right leg mix: wide for cloth that spans both. Centimetres.
 */
export function bodyInfluences(p: Vec3, { legMix = LEG_MIX }: { readonly legMix?: number } = {}): Influences {
  const influences: Influences = new Map()
  const arm = armShare(p)
  const shoulder = shoulderShare(p) * (1 - arm.total)
  const trunk = 1 - arm.total - shoulder
  const side = p[0] >= 0 ? 'left' : 'right'
  if (arm.total > 0) addArm(influences, side, Math.abs(p[0]), arm)
  addInfluence(influences, `${side}Shoulder`, shoulder)
  const aboveHips = smoothstep(HIPS_ONLY, SPINE_ONLY, p[1])
  addSpine(influences, p, trunk * aboveHips)
  addLegs(influences, p, trunk * (1 - aboveHips), legMix)
  return influences
}

type ArmShare = { readonly total: number; readonly half: number }

/** The arm's share: a band across the shoulder that lies further out below, and nothing below the armpit. */
function armShare([x, y]: Vec3): ArmShare {
  const along = Math.abs(x) - 2.2 * (1 - smoothstep(123, 130, y))
  const height = smoothstep(120.5, 126.5, y) * (1 - smoothstep(137, 141, y))
  const bend = bendAt(along, 13.9, 4.2, 4.6)
  const total = height * (1 - bend.before)
  return { total, half: total === 0 ? 0 : bend.half / (bend.half + bend.after) }
}

const shoulderShare = ([x, y]: Vec3): number =>
  0.75 * smoothstep(3.5, 11, Math.abs(x)) * smoothstep(121, 129, y) * (1 - smoothstep(137, 141, y))

function addArm(influences: Influences, side: string, x: number, { total, half }: ArmShare): void {
  addInfluence(influences, `${side}UpperArmHalf`, total * half)
  const beyond = total * (1 - half)
  const elbow = bendAt(x, LIMB_JOINTS.LowerArm[0], 4.4)
  // The upper arm's roll grows from none at the shoulder to all above the elbow; the forearm's likewise to the wrist.
  spread(
    influences,
    [`${side}UpperArmSwing`, `${side}UpperArmTwist`, `${side}UpperArm`],
    beyond * elbow.before,
    (x - 16.5) / 16.5,
  )
  addInfluence(influences, `${side}LowerArmHalf`, beyond * elbow.half)
  for (const [joint, share] of forearmRoll(x)) addInfluence(influences, `${side}${joint}`, beyond * elbow.after * share)
}

/** Who carries the forearm at a distance from the middle of the body, by joint without its side. */
export function forearmRoll(x: number): Influences {
  const influences: Influences = new Map()
  spread(influences, ['LowerArm', 'LowerArmTwist', 'HandTwist'], 1, (x - 43) / 18)
  return influences
}

/** Divides a share among three joints along a way of length 1: the first at 0, the second half-way, the third at 1. */
function spread(
  influences: Influences,
  [first, middle, last]: [string, string, string],
  share: number,
  way: number,
): void {
  const t = clamp(way)
  addInfluence(influences, first, share * clamp(1 - 2 * t))
  addInfluence(influences, middle, share * (1 - Math.abs(2 * t - 1)))
  addInfluence(influences, last, share * clamp(2 * t - 1))
}

function addSpine(influences: Influences, [, y, z]: Vec3, share: number): void {
  // In front of the neck the boundaries drop, so that the chin goes with the head.
  const height = y + 0.42 * Math.max(0, z + 1) * smoothstep(132, 139, y)
  let rest = share
  for (const { joint, height: at, band } of SPINE) {
    const above = smoothstep(at - band, at + band, height)
    addInfluence(influences, joint, rest * above)
    rest *= 1 - above
  }
  addInfluence(influences, 'hips', rest)
}

function addLegs(influences: Influences, [x, y, z]: Vec3, share: number, legMix: number): void {
  if (share <= 0) return
  // The hip's crease runs up outwards and, in front, a little down.
  const hipHeight = y - 0.22 * (Math.abs(x) - 8.6) + 0.12 * z * (1 - smoothstep(85, 95, y))
  const hip = bendAt(-hipHeight, -86, 9, 8)
  const knee = bendAt(-y, -LIMB_JOINTS.LowerLeg[1], 6)
  const ankle = bendAt(-y, -LIMB_JOINTS.Foot[1], 2.6)
  const toes = smoothstep(7.2, 11, z)
  const left = smoothstep(-legMix, legMix, x)
  addInfluence(influences, 'hips', share * hip.before)
  for (const [side, own] of [
    ['left', left],
    ['right', 1 - left],
  ] as const) {
    const leg = share * own
    addInfluence(influences, `${side}UpperLegHalf`, leg * hip.half)
    addInfluence(influences, `${side}UpperLeg`, leg * hip.after * knee.before)
    addInfluence(influences, `${side}LowerLegHalf`, leg * hip.after * knee.half)
    const shin = leg * hip.after * knee.after
    addInfluence(influences, `${side}LowerLeg`, shin * ankle.before)
    addInfluence(influences, `${side}FootHalf`, shin * ankle.half)
    addInfluence(influences, `${side}Foot`, shin * ankle.after * (1 - toes))
    addInfluence(influences, `${side}Toes`, shin * ankle.after * toes)
  }
}
