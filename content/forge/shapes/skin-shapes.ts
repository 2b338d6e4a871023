import { FACE_CHANNELS, type FaceChannelName } from '../../../engine/rig/blendshapes.ts'
import { faceMap } from '../head/face-map.ts'
import type { Site } from '../head/site.ts'
import type { HeadSkin } from '../head/skin.ts'
import { type Morph, sparseMorph } from '../kit/morph.ts'
import { frontDepth } from '../kit/project.ts'
import { clamp, smoothstep } from '../kit/scalar.ts'
import { add, addScaled, type Vec3 } from '../kit/vec3.ts'
import { brushDelta } from './brush.ts'
import { jawDelta, jawShare, openLipShare, slidLipShare } from './jaw.ts'
import { brushed, lidDelta } from './lids.ts'
import { followLips, type LipFollower, type LipPlace, lipDelta, lipFit, lipFollowers } from './lips.ts'
import type { Shape } from './shape.ts'
import { JAW_OPEN_DEGREES, SHAPES } from './table.ts'

/** Moves shorter than this are left out of a shape, cm (1e-5 m). */
export const NEGLIGIBLE_MOVE = 1e-3

interface Deformer {
  readonly skin: HeadSkin
  /** Share of the jaw's way that each vertex goes when it opens, and when it slides. */
  readonly openShares: readonly number[]
  readonly slidShares: readonly number[]
  readonly followers: readonly (LipFollower | undefined)[]
  /** The vertices as they lie on the drawn face, where brushes work. */
  readonly drawn: readonly Vec3[]
}

/** All 67 shapes of the head's skin. */
export function skinShapes(skin: HeadSkin): Map<FaceChannelName, Morph> {
  const { recipe, contours, field, mesh, sites } = skin
  const deformer: Deformer = {
    skin,
    openShares: mesh.positions.map((p, v) => jawShare(skin, p, sites[v]!, openLipShare)),
    slidShares: mesh.positions.map((p, v) => jawShare(skin, p, sites[v]!, slidLipShare)),
    drawn: mesh.positions.map(faceMap(recipe).toDrawn),
    followers: lipFollowers(recipe, contours, field, mesh.positions, sites),
  }
  const morphOf = (shape: Shape) => {
    const lips = lipMotion(skin, shape)
    return sparseMorph((v) => deltaOf(deformer, shape, lips, v), mesh.positions.length, NEGLIGIBLE_MOVE)
  }
  return new Map(FACE_CHANNELS.map((name) => [name, morphOf(SHAPES[name])]))
}

type LipMotion = (place: LipPlace) => Vec3

/** What a shape does to the lips. Skin asks for the same few places again and again, so answers are kept. */
function lipMotion(skin: HeadSkin, { lips, closeOverJawDegrees }: Shape): LipMotion | undefined {
  if (!lips && !closeOverJawDegrees) return undefined
  const fit = lipFit(skin.recipe)
  const known = new Map<LipPlace, Vec3>()
  return (place) => {
    const kept = known.get(place)
    if (kept) return kept
    const moved: Vec3 = lips ? lipDelta(place, lips, fit) : [0, 0, 0]
    const delta = closeOverJawDegrees ? add(moved, closingDelta(skin, place, closeOverJawDegrees)) : moved
    known.set(place, delta)
    return delta
  }
}

function deltaOf(
  { skin, openShares, slidShares, followers, drawn }: Deformer,
  shape: Shape,
  lips: LipMotion | undefined,
  vertex: number,
): Vec3 {
  const p = skin.mesh.positions[vertex]!
  const site = skin.sites[vertex]!
  const share = openShares[vertex]!
  const follower = followers[vertex]
  let delta: Vec3 = [0, 0, 0]
  if (shape.jawDegrees && share > 0) delta = addScaled(delta, skinJawDelta(skin, p, site, shape.jawDegrees), share)
  if (shape.jawShift) delta = addScaled(delta, shape.jawShift, slidShares[vertex]!)
  if (follower && lips) delta = add(delta, followLips(follower, lips))
  if (shape.brushes && !(site.kind === 'bag' && site.depth > 1))
    delta = addScaled(delta, brushDelta(drawn[vertex]!, shape.brushes), site.kind === 'lid' ? brushed(site) : 1)
  if (shape.lids && site.kind === 'lid')
    for (const move of shape.lids) if (move.side === site.side) delta = add(delta, lidDelta(skin, p, site, move))
  return delta
}

/** Widening of the lower face by an open jaw, as a share of |x|: a turned jaw keeps its width, where mere skin would thin. */
const JAW_SPREAD = 0.11

function skinJawDelta({ contours, recipe }: HeadSkin, p: Vec3, site: Site, degrees: number): Vec3 {
  const [x, y, z] = jawDelta(p, degrees)
  if (site.kind !== 'skin') return [x, y, z]
  const below = contours.lipBorder(clamp(p[0] / recipe.mouth.halfWidth, -1, 1), false) - p[1]
  const spread = JAW_SPREAD * (degrees / JAW_OPEN_DEGREES) * smoothstep(0, 1.6, below) * smoothstep(-13, -9.5, p[1])
  return [x + p[0] * spread, y, z]
}

/**
 * Where shut lips hang over an open jaw, as shares of the jaw's way down and back.
 * They stay forward, or they would be drawn over the gums.
 */
const SHUT_SHARE = { down: 0.34, back: 0.08 }
/** The contact line lies about this far behind the surface of the face, cm. */
const CONTACT_DEPTH = 0.2

/** Takes a lip from where the open jaw leaves it to where both lips meet. */
function closingDelta({ recipe, contours, field }: HeadSkin, { along, upper }: LipPlace, degrees: number): Vec3 {
  const x = along * recipe.mouth.halfWidth
  const y = contours.lipLine(along)
  const [, down, back] = jawDelta([x, y, frontDepth(field.skin, x, y, 13, -3) - CONTACT_DEPTH], degrees)
  const share = openLipShare(along, upper)
  return [0, down * (SHUT_SHARE.down - share), back * (SHUT_SHARE.back - share)]
}
