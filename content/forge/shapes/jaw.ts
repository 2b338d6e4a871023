import { type Contours, isCorner } from '../head/contours.ts'
import type { HeadRecipe } from '../head/recipe.ts'
import type { BagSite, Site } from '../head/site.ts'
import { pow } from '../kit/ops.ts'
import { clamp, DEGREE, lerp, smoothstep } from '../kit/scalar.ts'
import { rotateAbout, subtract, type Vec3 } from '../kit/vec3.ts'

/** The axis between the jaw's joints, head centimetres. */
const HINGE: Vec3 = [0, -2, 0.5]
/** How much of the jaw's way the corners of the mouth go: they hang between both lips. */
const CORNER_SHARE = 0.42

/** Moves a point as if it sat on the jawbone. */
export const turnedWithJaw = (p: Vec3, degrees: number): Vec3 => rotateAbout(p, 'x', degrees * DEGREE, HINGE)

export const jawDelta = (p: Vec3, degrees: number): Vec3 => subtract(turnedWithJaw(p, degrees), p)

/** Outline of the open mouth over |along|: rounder than an ellipse, or the lower lip would come to a point. */
const openOutline = (along: number): number => Math.sqrt(clamp(1 - pow(Math.abs(along), 2.5)))

/** Share of the way that a lip goes when the jaw opens. Both are equal at the corner. */
export const openLipShare: LipShare = (along, upper) =>
  upper ? CORNER_SHARE * (1 - openOutline(along)) : CORNER_SHARE + (1 - CORNER_SHARE) * openOutline(along)

/** Share of its way that a jaw slid aside or forward takes both lips: they stay shut. */
export const slidLipShare: LipShare = () => 0.55

/** Share of the jaw's way that a place of the lips goes, [0, 1]. */
export type LipShare = (along: number, upper: boolean) => number

/** Share of the jaw's way that a vertex goes, [0, 1]. */
export function jawShare({ recipe, contours }: Face, p: Vec3, site: Site, lips: LipShare): number {
  if (site.kind === 'lip') return lips(site.along, site.upper)
  if (site.kind === 'bag') return bagShare(site, lips)
  return skinShare(recipe, contours, p, lips)
}

type Face = { readonly recipe: HeadRecipe; readonly contours: Contours }

/** Behind the lips the mouth's roof stays and its floor goes with the jaw. */
function bagShare({ along, upper, depth }: BagSite, lips: LipShare): number {
  if (isCorner(along)) return lips(along, upper)
  return lerp(lips(along, upper), upper ? 0 : 1, smoothstep(0, upper ? 1.5 : 0.5, depth))
}

function skinShare({ mouth }: HeadRecipe, contours: Contours, [x, y, z]: Vec3, lips: LipShare): number {
  const along = clamp(x / mouth.halfWidth, -1, 1)
  const above = y - contours.lipBorder(along, true)
  const below = contours.lipBorder(along, false) - y
  const beside = Math.abs(x) - mouth.halfWidth
  const share =
    beside < 0 ? shareOverMouth(lips, along, above, below) : shareBesideMouth(lips(1, true), beside, above, below)
  const throat = 0.45 * Math.max(0, -9 - y)
  return share * smoothstep(-3.2, 4.4, z - throat)
}

function shareOverMouth(lips: LipShare, along: number, above: number, below: number): number {
  if (above > 0) return lips(along, true) * (1 - smoothstep(0, 1.3, above))
  return lerp(lips(along, false), 1, smoothstep(0, 1, below))
}

/** The band of cheek between still and moving skin widens away from the mouth. */
function shareBesideMouth(corner: number, beside: number, above: number, below: number): number {
  if (above > 0) return corner * (1 - smoothstep(0, 1.3 + 0.8 * beside, above))
  return lerp(corner, 1, smoothstep(0, 1 + 0.3 * beside, below))
}
