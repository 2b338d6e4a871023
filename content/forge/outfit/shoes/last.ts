import { cos, pow, sin } from '../../kit/ops.ts'
import { gauss, lerp, smoothstep } from '../../kit/scalar.ts'
import { mix3, type Vec3 } from '../../kit/vec3.ts'
import { LIMB_JOINTS } from '../../skeleton/measures.ts'

/** What gives a left shoe its form. Centimetres. */
export type Last = {
  /** Upper edge of the sole at the toes; at the heel it stands higher by `heel`. */
  readonly sole: number
  readonly heel: number
  /** How far the sole's waist, between heel and ball, keeps off the ground. */
  readonly arch: number
  /** How high the upper stands over the sole before it turns inwards, at the heel and at the toes. */
  readonly wall: { readonly heel: number; readonly toes: number }
  /** Height of the vamp where it rises to the opening. */
  readonly instep: number
  /** The opening: an ellipse, its rim lower at the sides and higher over the instep. */
  readonly opening: {
    readonly z: number
    readonly halfWidth: number
    readonly front: number
    readonly back: number
    readonly height: number
    readonly dip: number
    readonly tongue: number
  }
}

/** From heel to toe, from the ankle. */
export const MIDDLE = 4.6
const HALF_LENGTH = 12.2
/** How blunt toe and heel are; 1 is an ellipse. */
const BLUNT = 0.86
const ANKLE = LIMB_JOINTS.Foot[0]

/** The sole's outline on the ground: narrow at the heel, wide at the ball, the toes turned in. */
export function outline(angle: number, size: number): Vec3 {
  const z = MIDDLE + HALF_LENGTH * rounded(cos(angle), BLUNT)
  const halfWidth = lerp(3.9, 4.62, smoothstep(-6, 8, z))
  const middle = lerp(0.15, 0.5, smoothstep(-4, 4, z)) - 0.75 * smoothstep(11, 17, z)
  const side = rounded(sin(angle), lerp(0.7, 0.72, smoothstep(4, 14, z)))
  return [ANKLE + middle + side * halfWidth * size, 0, MIDDLE + (z - MIDDLE) * size]
}

/** A coordinate on a rounded oblong instead of a circle: the blunter, the smaller the exponent. */
const rounded = (unit: number, exponent: number): number => Math.sign(unit) * pow(Math.abs(unit), exponent)

/** How far the toe lifts off the ground. */
export const toeSpring = (z: number): number => 0.7 * smoothstep(9, 17, z)

/** How far the sole's upper edge stands above its height at the toes. */
export const heelRise = ({ heel }: Last, z: number): number => heel * (1 - smoothstep(-3, 7, z))

/** How far the sole's underside keeps off the ground. */
export const archLift = ({ arch }: Last, z: number): number =>
  arch * smoothstep(-1.6, -0.4, z) * (1 - smoothstep(3.5, 7.5, z))

/** On the rim of the opening, or so far outside it. Angles from −π to π. */
export function openingPoint({ opening }: Last, angle: number, out: number): Vec3 {
  const { z, halfWidth, front, back, height, dip, tongue } = opening
  const length = cos(angle) > 0 ? front : back
  return [
    ANKLE + rounded(sin(angle), 0.75) * (halfWidth + out),
    height - dip * sin(angle) * sin(angle) + tongue * gauss(angle, 0.6),
    z + cos(angle) * (length + out),
  ]
}

/** A cubic from the sole's edge, steeply up round the toes or the heel, then over the foot to the opening. */
export function upperPoint(last: Last, angle: number, t: number): Vec3 {
  const foot = outline(angle, 0.935)
  const base: Vec3 = [foot[0], last.sole - 0.1 + toeSpring(foot[2]) + heelRise(last, foot[2]), foot[2]]
  const top = openingPoint(last, angle, 0)
  const front = smoothstep(-2, 12, foot[2])
  const wall = lerp(last.wall.heel, last.wall.toes, front)
  const shoulder: Vec3 = [foot[0], base[1] + wall, foot[2] - 0.2 * front]
  const towardsFoot = lerp(0.05, 0.5, front)
  const instep: Vec3 = [
    lerp(top[0], foot[0], towardsFoot),
    lerp(top[1] - 0.3 * (top[1] - base[1]), last.instep, front),
    lerp(top[2], foot[2], towardsFoot),
  ]
  const first = mix3(mix3(base, shoulder, t), mix3(shoulder, instep, t), t)
  const second = mix3(mix3(shoulder, instep, t), mix3(instep, top, t), t)
  return mix3(first, second, t)
}
