import { addVertex } from '../kit/mesh.ts'
import { pow, sin } from '../kit/ops.ts'
import { frontDepth } from '../kit/project.ts'
import { clamp, lerp, PI, smoothstep } from '../kit/scalar.ts'
import { stitchFan, stitchRows } from '../kit/stitch.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { isCorner } from './contours.ts'
import type { HoleRim } from './hole.ts'
import { planarRings, type Spoke, spokesOf } from './rings.ts'
import { SKIN } from './site.ts'
import type { SkinDraft } from './skin.ts'

const SKIN_RINGS = 8
const LIP_RINGS = 6
/** The contact line lies this far behind the face's surface, cm. */
export const CONTACT_RECESS = 0.08
/** The mouth's inside, ring by ring: width factor, height above and below the lip line, depth, cm. */
const BAG = [
  { width: 0.99, height: 0.05, depth: 0.14 },
  { width: 0.98, height: 0.3, depth: 0.32 },
  { width: 0.97, height: 0.85, depth: 0.44 },
  { width: 0.94, height: 1.35, depth: 1.0 },
  { width: 0.85, height: 1.4, depth: 2.8 },
  { width: 0.6, height: 1.0, depth: 4.2 },
] as const

/** Fills the mouth's hole with loops that follow the lips, the lips themselves, and a bag behind them. */
export function addMouthRings(draft: SkinDraft, rim: HoleRim): void {
  const { mesh, sites, contours, recipe, field } = draft
  const { halfWidth } = recipe.mouth
  const spokes = spokesOf(rim, (along, upper) => ({
    along,
    upper,
    goal: [along * halfWidth, contours.lipBorder(along, upper)],
  }))
  const rimPositions = rim.vertices.map((v) => mesh.positions[v]!)
  const planar = planarRings(rimPositions, spokes, SKIN_RINGS, (t) => 1 - pow(1 - t, 1.1))
  let outer = rim.vertices
  const join = (inner: number[]) => {
    stitchRows(mesh, inner, outer, 'closed')
    outer = inner
  }
  for (let r = 1; r <= SKIN_RINGS; r++)
    join(
      planar[r]!.map(([x, y], k) => {
        const { along, upper } = spokes[k]!
        sites.push(r < SKIN_RINGS ? SKIN : { kind: 'lip', along, upper, across: 0 })
        return addVertex(mesh, [x, y, frontDepth(field.skin, x, y, 13, -3)])
      }),
    )
  const border = outer.map((v) => mesh.positions[v]!)
  for (let r = 1; r <= LIP_RINGS; r++) join(addLipRing(draft, spokes, border, r / LIP_RINGS))
  addBag(draft, spokes, outer, join)
}

function addLipRing(draft: SkinDraft, spokes: readonly Spoke[], border: readonly Vec3[], across: number): number[] {
  const { mesh, sites, contours, recipe, field } = draft
  return spokes.map(({ along, upper }, k) => {
    sites.push({ kind: 'lip', along, upper, across })
    const [x, y, z] = border[k]!
    const line = contours.lipLine(along)
    const contact = frontDepth(field.skin, along * recipe.mouth.halfWidth, line, 13, -3) - CONTACT_RECESS
    const fullness = pow(clamp(1 - along * along), 0.6)
    const arch = pow(sin(PI * pow(across, upper ? 1.7 : 1.35)), 0.9)
    const bulge = (upper ? recipe.mouth.upperBulge : recipe.mouth.lowerBulge) * fullness * arch
    const tuck = 0.04 * fullness * smoothstep(0.75, 1, across) + (1 - fullness) * 0.12 * across
    return addVertex(mesh, [x, lerp(y, line, across), lerp(z, contact, across) + bulge - tuck])
  })
}

function addBag(
  draft: SkinDraft,
  spokes: readonly Spoke[],
  contact: readonly number[],
  join: (ring: number[]) => void,
): void {
  const { mesh, sites } = draft
  const lips = contact.map((v) => mesh.positions[v]!)
  let last: number[] = []
  for (const { width, height, depth } of BAG) {
    last = spokes.map(({ along, upper }, k) => {
      sites.push({ kind: 'bag', along, upper, depth })
      const [x, y, z] = lips[k]!
      const rise = isCorner(along) ? 0 : (upper ? height : -height) * (1 - 0.6 * pow(along, 4))
      return addVertex(mesh, [x * width, y + rise, z - depth])
    })
    join(last)
  }
  const middle = spokes.findIndex(({ upper }) => !upper)
  const throat: Vec3 = [0, lips[middle]![1], lips[Math.floor(middle / 2)]![2] - 4.4]
  sites.push({ kind: 'bag', along: 0, upper: false, depth: 4.4 })
  stitchFan(mesh, last, addVertex(mesh, throat))
}
