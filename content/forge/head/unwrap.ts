import { tabulated } from '../kit/curve.ts'
import { asin, atan2 } from '../kit/ops.ts'
import { frontDepth } from '../kit/project.ts'
import { DEGREE, lerp } from '../kit/scalar.ts'
import { length, subtract, type Vec2, type Vec3 } from '../kit/vec3.ts'
import { GRID_CENTRE, type HeadGrid } from './grid.ts'
import { CONTACT_RECESS } from './mouth-rings.ts'
import type { BagSite, LidSite } from './site.ts'
import type { SkinDraft } from './skin.ts'

/**
 * The head's skin lies in its picture as the grid does, azimuth across and elevation down, with the face stretched to
 * take most of it. Its left and right edge meet at the back of the head; what is below `HEAD_BOTTOM` belongs to the ears.
 */
export const HEAD_BOTTOM = 0.93

/** Share of the picture's width beside the middle, by azimuth in degrees. */
const ACROSS = [
  [0, 0],
  [35, 0.24],
  [65, 0.36],
  [100, 0.43],
  [180, 0.5],
] as const
/** Share of its height, by degrees below the horizon: crown, hairline, brow, chin, throat. */
const DOWN = [
  [-90, 0],
  [-52, 0.075],
  [-35, 0.2],
  [38, 0.69],
  [58, 0.76],
] as const

/** How far a lid's inside reaches into the opening's own space, as a share of the way to where lids meet. */
const LID_INSIDE = { rim: 0.12, pocket: 0.35 } as const

/** Lays a head's skin out flat. Rows of the grid keep their places in it; loops lie where they are seen from the centre. */
export function unwrapHead(draft: SkinDraft, { rows, azimuths, elevations }: HeadGrid): Vec2[] {
  const { mesh, sites } = draft
  const uvs = mesh.positions.map((p, v): Vec2 => {
    const site = sites[v]!
    if (site.kind === 'lid') return lidPlace(draft, p, site)
    return site.kind === 'bag' ? seenFromCentre(contactPoint(draft, site)) : seenFromCentre(p)
  })
  const neckRows = rows.length - elevations.length
  rows.forEach((row, r) => {
    const elevation = elevations[r]
    const v = elevation === undefined ? neckHeight((r - elevations.length + 1) / neckRows) : heightOf(elevation)
    const step = azimuths.length / row.length
    row.forEach((vertex, c) => {
      uvs[vertex] = [acrossOf(azimuths[c * step]!), v]
    })
  })
  return uvs
}

const acrossOf = (azimuth: number): number => {
  const share = tabulated(ACROSS, Math.abs(azimuth) / DEGREE)
  return azimuth < 0 ? 0.5 - share : 0.5 + share
}

const heightOf = (elevation: number): number => tabulated(DOWN, -elevation / DEGREE)

/** Height in the picture of a row of neck or chest, `share` of the way down. */
const neckHeight = (share: number): number => lerp(DOWN[DOWN.length - 1]![1], HEAD_BOTTOM, share)

function seenFromCentre(p: Vec3): Vec2 {
  const direction = subtract(p, GRID_CENTRE)
  return [acrossOf(atan2(direction[0], direction[2])), heightOf(asin(direction[1] / length(direction)))]
}

/** Where on the closed lips a place inside the mouth lies: all of it shares the lips' last texels. */
function contactPoint({ recipe: { mouth }, contours, field }: SkinDraft, { along }: BagSite): Vec3 {
  const [x, y] = [along * mouth.halfWidth, contours.lipLine(along)]
  return [x, y, frontDepth(field.skin, x, y, 13, -3) - CONTACT_RECESS]
}

/** A lid's inside lies within the hole that its opening leaves in the picture. */
function lidPlace({ recipe: { eye }, contours, field }: SkinDraft, p: Vec3, site: LidSite): Vec2 {
  const { side, along, upper, layer } = site
  if (layer === 'skin' || layer === 'margin') return seenFromCentre(p)
  const x = side * (eye.x + along * eye.halfWidth)
  const y = lerp(contours.lidEdge(along, upper), contours.lidMeeting(along), LID_INSIDE[layer])
  return seenFromCentre([x, y, frontDepth(field.skin, x, y, 13, -3)])
}

/** Where a place of an ear lies in the picture, seen from its side; both ears share it. Ear centimetres. */
export const earPlace = ([, y, z]: Vec3): Vec2 => [0.5 + (z + 0.3) * EAR_SCALE, (1 + HEAD_BOTTOM) / 2 - y * EAR_SCALE]

/** Share of the picture for a centimetre of ear: 6 cm fit into its strip with a margin. */
const EAR_SCALE = 0.0095
