import { addVertex } from '../kit/mesh.ts'
import { pow } from '../kit/ops.ts'
import { frontDepth, normalOf } from '../kit/project.ts'
import { clamp, dome, gauss, hypot2, smoothstep } from '../kit/scalar.ts'
import { stitchRows } from '../kit/stitch.ts'
import { addScaled, mix3, normalize, subtract, type Vec3 } from '../kit/vec3.ts'
import type { HeadForm } from './form.ts'
import { eyeCentre, type Side } from './frame.ts'
import type { HoleRim } from './hole.ts'
import { planarRings, type Spoke, spokesOf } from './rings.ts'
import type { LidSite } from './site.ts'
import type { SkinDraft } from './skin.ts'

const RINGS = 10
/** The crease of the upper lid: height above the margin and width, cm. */
const CREASE = { height: 0.42, width: 0.13 }
/** Skin that hangs above the crease on the outer lid with age, and on the inner one with a fold. */
const HOOD = { height: 0.5, width: 0.34, fold: 0.15 }

/** Fills an eye's hole with loops that follow the lids, and gives the lids thickness and a pocket behind. */
export function addEyeRings(draft: SkinDraft, rim: HoleRim, side: Side): void {
  const { mesh, contours, recipe } = draft
  const { eye } = recipe
  const spokes = spokesOf(rim, (across, upper) => {
    const along = across * side
    return { along, upper, goal: [side * eye.x + across * eye.halfWidth, contours.lidEdge(along, upper)] }
  })
  const rimPositions = rim.vertices.map((v) => mesh.positions[v]!)
  const planar = planarRings(rimPositions, spokes, RINGS, (t) => 1 - pow(1 - t, 1.25))
  let outer = rim.vertices
  for (let r = 1; r <= RINGS; r++) {
    const inner = spokes.map((spoke, k) => addLidVertex(draft, side, spoke, planar, r, k))
    stitchRows(mesh, inner, outer, 'closed')
    outer = inner
  }
  addThickness(draft, outer, spokes, side)
}

type Planar = ReturnType<typeof planarRings>

function addLidVertex(draft: SkinDraft, side: Side, spoke: Spoke, planar: Planar, r: number, k: number): number {
  const skin = draft.field.skin
  const { along, upper } = spoke
  const [x, y] = planar[r]![k]!
  const [mx, my] = planar[RINGS]![k]!
  const fromMargin = hypot2(x - mx, y - my)
  const crease = upper ? creaseAt(draft.recipe, along, fromMargin) : 0
  const surface: Vec3 = [x, y, frontDepth(skin, x, y, 13, -3)]
  const layer = r === RINGS ? 'margin' : 'skin'
  draft.sites.push({ kind: 'lid', side, along, upper, layer, fromMargin, crease })
  return addVertex(draft.mesh, crease === 0 ? surface : addScaled(surface, normalOf(skin, surface), crease))
}

function creaseAt({ eye }: HeadForm, along: number, fromMargin: number): number {
  const crease = eye.creaseDepth * gauss(fromMargin - CREASE.height, CREASE.width)
  const hanging = eye.hood * smoothstep(-0.4, 0.7, along) + HOOD.fold * eye.fold * (1 - smoothstep(-0.5, 0.8, along))
  return dome(along) * (hanging * gauss(fromMargin - HOOD.height, HOOD.width) - crease)
}

/**
 * Gaps to the eyeball, cm. They leave room for a blink's straight way past the round ball; the pocket, which nobody sees,
 * for the long triangles behind a shut lid.
 */
const RIM_GAP = 0.05
const POCKET_GAP = 0.1

function addThickness(draft: SkinDraft, margin: readonly number[], spokes: readonly Spoke[], side: Side): void {
  const { mesh, sites, recipe } = draft
  const { eye } = recipe
  const centre = eyeCentre(recipe, side)
  const onBall = (direction: Vec3, gap: number) => addScaled(centre, normalize(direction), eye.radius + gap)
  const site = (k: number, layer: LidSite['layer']) => {
    const { along, upper } = spokes[k]!
    sites.push({ kind: 'lid', side, along, upper, layer, fromMargin: 0, crease: 0 })
  }
  const rimRing = margin.map((v, k) => {
    site(k, 'rim')
    const p = mesh.positions[v]!
    return addVertex(mesh, mix3(p, onBall(subtract(p, centre), RIM_GAP), 0.9))
  })
  const pocketRing = margin.map((v, k) => {
    site(k, 'pocket')
    const { along, upper } = spokes[k]!
    const [x, y, z] = subtract(mesh.positions[v]!, centre)
    const lift = (upper ? 0.28 : -0.28) * clamp(1 - along * along)
    return addVertex(mesh, onBall([x * 1.06, y + lift, z - 0.1], POCKET_GAP))
  })
  stitchRows(mesh, rimRing, margin, 'closed')
  stitchRows(mesh, pocketRing, rimRing, 'closed')
}
