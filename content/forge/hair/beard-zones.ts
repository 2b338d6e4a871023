import { eased } from '../kit/curve.ts'
import { gauss, lerp, smoothstep } from '../kit/scalar.ts'
import type { Vec3 } from '../kit/vec3.ts'
import type { AvatarRecipe } from '../recipe.ts'

export type BeardStyle = NonNullable<AvatarRecipe['beard']>['style']

/** A beard's outline and its hairs. Lengths in cm. */
export type BeardPlan = {
  /** How thickly hair grows at a place of the drawn face, [0, 1]. */
  readonly zone: (p: Vec3) => number
  readonly locks: number
  /** Longest hair on the upper lip, the cheeks and the chin. */
  readonly length: { readonly lip: number; readonly cheek: number; readonly chin: number }
  /** How dark the skin below is, [0, 1]. */
  readonly shade: number
}

/** Upper edge of the beard over |x|: under the lower lip, round the mouth's corner, over the cheek, up to the sideburn. */
const CHEEK_LINE = [
  [0, -6.8],
  [1, -7.05],
  [1.8, -6.8],
  [2.5, -5.7],
  [3.2, -5],
  [4.4, -5],
  [5.8, -3.6],
  [6.6, -0.8],
  [7.1, 2],
] as const
/** Lower edge over z: under the chin, and up behind the jaw. */
const NECK_LINE = [
  [-1.5, -5.5],
  [1, -9.2],
  [4, -11.4],
  [7, -12],
] as const
/** Upper lip: lower edge over |x|, and the edge under the nose. */
const LIP_LINE = [
  [0, -5.15],
  [1.2, -5.05],
  [2.2, -5.75],
  [2.9, -6.6],
] as const
const NOSE_LINE = [
  [0, -3.9],
  [1.2, -3.95],
  [2.2, -4.6],
  [3, -5.7],
] as const

/** 1 inside an edge, 0 outside, over so many cm. */
const inside = (depth: number, soft: number): number => smoothstep(-soft, soft, depth)

const moustache = ([x, y, z]: Vec3): number => {
  const side = Math.abs(x)
  const edge = inside(eased(NOSE_LINE, side) - y, 0.22) * inside(y - eased(LIP_LINE, side), 0.12)
  return edge * inside(2.6 - side, 0.2) * smoothstep(4, 6, z)
}

const jaw = ([x, y, z]: Vec3): number => {
  const side = Math.abs(x)
  const front = inside(eased(CHEEK_LINE, side) - y, lerp(0.3, 0.5, smoothstep(1.5, 3.5, side)))
  const sideburn = inside(lerp(2.8, 9, 1 - smoothstep(-5.5, -2, y)) - z, 0.6)
  return front * sideburn * inside(y - eased(NECK_LINE, z), 0.6) * smoothstep(-1.6, -0.4, z)
}

const chin = (p: Vec3): number => {
  const [x, y, z] = p
  return jaw(p) * inside(2.3 - Math.abs(x) - 0.12 * (y + 8), 0.25) * smoothstep(3.5, 5, z)
}

/** Joins the moustache to the chin, outside the mouth's corners. */
const corner = ([x, y, z]: Vec3): number => {
  const side = Math.abs(x)
  return (
    inside(side - 2.35, 0.15) *
    inside(3.05 - side, 0.25) *
    inside(-5.3 - y, 0.3) *
    inside(y + 9.5, 0.5) *
    smoothstep(3.5, 5, z)
  )
}

/** Upper edge of shaven hair over |x|: under the nose's wings, beside the mouth, over the cheek, up to the sideburn. */
const SHAVEN_LINE = [
  [0, -3.55],
  [1.4, -3.6],
  [2.4, -4.2],
  [3.6, -4.6],
  [5, -3.9],
  [6, -2.2],
  [6.8, 0.6],
  [7.2, 2],
] as const

/** Where a man's beard would grow: nothing of it has an edge, and it thins beside the tuft under the lower lip. */
export const grownZone = ([x, y, z]: Vec3): number => {
  const side = Math.abs(x)
  const soft = lerp(0.35, 1.25, smoothstep(1, 4, side))
  const cheek = smoothstep(-0.5 * soft, 1.5 * soft, eased(SHAVEN_LINE, side) - y)
  const neck = smoothstep(-0.6, 2.2, y - eased(NECK_LINE, z)) * smoothstep(-2, 1.2, z)
  const besideTuft = 0.5 * gauss(side - 1.35, 0.5) * gauss(y + 7.05, 0.4) * smoothstep(4, 6, z)
  const philtrum = 0.3 * gauss(side, 0.25) * gauss(y + 4.4, 0.6)
  const before = smoothstep(-1.4, 1.6, z - lerp(9, 1.6, smoothstep(-6.5, -2, y)))
  const sideburn = 1 - before * smoothstep(3, 4.6, side)
  return cheek * neck * sideburn * (1 - besideTuft - philtrum)
}

const any =
  (...zones: ((p: Vec3) => number)[]) =>
  (p: Vec3): number =>
    Math.max(...zones.map((zone) => zone(p)))

export const BEARDS: Readonly<Record<BeardStyle, BeardPlan>> = {
  stubble: { zone: grownZone, locks: 0, length: { lip: 0, cheek: 0, chin: 0 }, shade: 0.62 },
  moustache: { zone: moustache, locks: 190, length: { lip: 1.35, cheek: 1, chin: 1 }, shade: 0.8 },
  goatee: { zone: any(moustache, corner, chin), locks: 540, length: { lip: 1.15, cheek: 1.2, chin: 2.2 }, shade: 0.8 },
  full: { zone: any(moustache, corner, jaw), locks: 1300, length: { lip: 1.15, cheek: 1.5, chin: 2.4 }, shade: 0.85 },
}
