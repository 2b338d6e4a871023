import { eyeCentre, type Side } from '../head/frame.ts'
import type { LidSite } from '../head/site.ts'
import type { HeadSkin } from '../head/skin.ts'
import { atan2 } from '../kit/ops.ts'
import { frontDepth } from '../kit/project.ts'
import { smoothstep } from '../kit/scalar.ts'
import { rotateAbout, subtract, type Vec3 } from '../kit/vec3.ts'
import type { LidMove } from './shape.ts'

type Eyes = Pick<HeadSkin, 'recipe' | 'contours' | 'field'>

/** Skin this far from the margin no longer slides with it, cm. */
const SLIDE_REACH = 1.25
/** How far a raised lower lid goes, as a share of the opening. */
const LOWER_SHARE = 0.8
/**
 * Shapes that lower the upper lid carry it out by this share of their way: each goes straight down its own tangent of
 * the eyeball, and all of them together would cut into it.
 */
const LOWERED_OUT = 0.05
/** A shut upper lid reaches this much past the meeting line, cm, so that no light shows. */
const OVERLAP = 0.003
/**
 * Share of the margin's turn that the layers behind it go. A shape moves in straight lines, which cut the corner round the
 * eyeball: the farther a layer turned, the deeper it would go in half a blink.
 */
const TURN = { rim: 0.55, pocket: 0.2 }

/** How far a lid's margin moves up at one place, cm. */
function marginRise({ contours }: Eyes, along: number, upper: boolean, move: LidMove): number {
  const top = contours.lidEdge(along, true)
  const bottom = contours.lidEdge(along, false)
  const meeting = contours.lidMeeting(along)
  const opening = top - bottom
  const blink = move.blink ?? 0
  if (upper) return (meeting - top - OVERLAP * Math.min(1, 4 * opening)) * blink - (move.upper ?? 0) * opening
  return (meeting - bottom) * blink + LOWER_SHARE * (move.lower ?? 0) * opening
}

/** Share of an eye's opening that a move closes; below nothing it opens. */
export const closureOf = ({ blink = 0, upper = 0, lower = 0 }: LidMove): number => blink + upper + LOWER_SHARE * lower

/** Share of a brush's push at a place of a lid: margins obey lid moves alone, or raised brows would open a shut eye. */
export const brushed = ({ layer, fromMargin }: LidSite): number =>
  layer === 'skin' ? smoothstep(0, SLIDE_REACH, fromMargin) : 0

/** The outer edge of a lid's margin, with a move applied. Lashes and the lid's shadow hang on it. */
export function lidMargin(eyes: Eyes, side: Side, along: number, upper: boolean, move?: LidMove): Vec3 {
  const { eye } = eyes.recipe
  const x = side * (eye.x + eye.halfWidth * along)
  const rise = move ? marginRise(eyes, along, upper, move) : 0
  const y = eyes.contours.lidEdge(along, upper) + rise
  return [x, y, frontDepth(eyes.field.skin, x, y, 10, -3)]
}

/**
 * Displacement of a lid vertex. The skin's shape knows the shut lid everywhere, so a lid slides over it in two
 * dimensions and takes its depth from the form; nothing can enter the eyeball.
 */
export function lidDelta(eyes: Eyes, p: Vec3, site: LidSite, move: LidMove): Vec3 {
  if (site.layer === 'rim' || site.layer === 'pocket') return turnedWithMargin(eyes, p, site, move)
  const grip = 1 - smoothstep(0, SLIDE_REACH, site.fromMargin)
  if (grip === 0) return [0, 0, 0]
  const rise = marginRise(eyes, site.along, site.upper, move) * grip
  const { skin } = eyes.field
  const before = frontDepth(skin, p[0], p[1], p[2] + 1, -3)
  const after = frontDepth(skin, p[0], p[1] + rise, p[2] + 1.5, -3)
  const unfolded = -site.crease * grip * (move.blink ? 1 : 0.3)
  const depth = after - before + unfolded
  if (move.blink || rise > 0) return [0, rise, depth]
  // Skin drawn down from the socket's hollow would sink with it, and a blink on top would take it into the eyeball.
  return [0, rise, Math.max(0, depth) - LOWERED_OUT * rise]
}

/** Behind the margin everything turns about the eye's centre by the margin's angle. */
function turnedWithMargin(eyes: Eyes, p: Vec3, site: LidSite, move: LidMove): Vec3 {
  const centre = eyeCentre(eyes.recipe, site.side)
  const angle = (at: Vec3) => atan2(at[1] - centre[1], at[2] - centre[2])
  const rest = angle(lidMargin(eyes, site.side, site.along, site.upper))
  const moved = angle(lidMargin(eyes, site.side, site.along, site.upper, move))
  const share = site.layer === 'rim' ? TURN.rim : TURN.pocket
  return subtract(rotateAbout(p, 'x', share * (rest - moved), centre), p)
}
