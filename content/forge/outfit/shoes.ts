import { addVertex, createMesh, type Mesh } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { gauss, lerp, smoothstep, TAU } from '../kit/scalar.ts'
import { stitchFan, stitchGrid } from '../kit/stitch.ts'
import { add, cross, mix3, normalize, scale, subtract, type Vec3 } from '../kit/vec3.ts'
import { LIMB_JOINTS } from '../skeleton/measures.ts'
import type { GarmentRegion } from './garment.ts'

/** A left shoe in the character's place; `regions` runs parallel to the mesh's positions. */
export type Shoe = { readonly mesh: Mesh; readonly regions: readonly GarmentRegion[] }

type ShoeDraft = { readonly mesh: Mesh; readonly regions: GarmentRegion[] }

/** Vertices round the shoe: 0 at the toe, then the outer side, the heel at half-way. */
const COLUMNS = 32
/** From heel to toe, from the ankle. Centimetres. */
const MIDDLE = 4.9
const HALF_LENGTH = 11.5
/** Thickness of the rubber sole. */
const SOLE = 2.3
/** The opening: an ellipse about the ankle. */
const COLLAR = { z: -1.9, halfWidth: 3.35, halfLength: 4.0, height: 8.2 } as const

/** Makes a plain low sneaker, ring by ring from the sole's middle to the padded collar. */
export function createShoe(): Shoe {
  const shoe: ShoeDraft = { mesh: createMesh(), regions: [] }
  const rings = [...soleRings(shoe), ...upperRings(shoe), ...collarRings(shoe)]
  stitchGrid(shoe.mesh, rings.toReversed(), 'closed')
  const underfoot = vertex(shoe, [LIMB_JOINTS.Foot[0], 0, MIDDLE], 'sole')
  stitchFan(shoe.mesh, rings[0]!.toReversed(), underfoot)
  for (let i = 0; i < 4; i++) addLace(shoe, 0.3 + 0.17 * i)
  return shoe
}

function vertex(shoe: ShoeDraft, position: Vec3, region: GarmentRegion): number {
  shoe.regions.push(region)
  return addVertex(shoe.mesh, position)
}

const angles = Array.from({ length: COLUMNS }, (_, k) => (k / COLUMNS) * TAU)

/** The sole's outline on the ground: narrow at the heel, wide at the ball, the toes turned in. */
function outline(angle: number, size: number): Vec3 {
  const z = MIDDLE + HALF_LENGTH * cos(angle)
  const halfWidth = lerp(3.1, 4.35, smoothstep(-6, 8, z))
  const middle = lerp(-0.1, 0.3, smoothstep(-4, 8, z)) - 0.75 * smoothstep(9, 16, z)
  // Fuller than an ellipse at the toes.
  const side = Math.sign(sin(angle)) * pow(Math.abs(sin(angle)), lerp(0.8, 0.7, smoothstep(4, 14, z)))
  return [LIMB_JOINTS.Foot[0] + middle + side * halfWidth * size, 0, MIDDLE + (z - MIDDLE) * size]
}

/** How far the toe lifts off the ground. */
const toeSpring = (z: number): number => 0.7 * smoothstep(9, 17, z)

/** Where the upper meets the sole, as a share of its outline. */
const WELT = 0.945

function soleRings(shoe: ShoeDraft): number[][] {
  const rings: readonly (readonly [size: number, height: number])[] = [
    [0.6, 0],
    [0.965, 0],
    [1, 0.3],
    [1.005, SOLE - 0.85],
    [1.005, SOLE - 0.25],
    [0.985, SOLE],
    [WELT, SOLE - 0.05],
  ]
  return rings.map(([size, height]) =>
    angles.map((angle) => {
      const [x, , z] = outline(angle, size)
      return vertex(shoe, [x, height + toeSpring(z), z], size === WELT ? 'seam' : 'sole')
    }),
  )
}

/** Shares of the way from the sole to the collar; close at the toe's edge, where the cap ends. */
const UPPER_ROWS = [0, 0.08, 0.2, 0.34, 0.48, 0.61, 0.74, 0.86, 0.95] as const

function upperRings(shoe: ShoeDraft): number[][] {
  return UPPER_ROWS.map((t) =>
    angles.map((angle) => {
      const p = upperPoint(angle, t)
      const isCap = outline(angle, 1)[2] > 10.4 && p[2] > 11.6
      return vertex(shoe, p, t === 0 ? 'seam' : isCap ? 'cap' : 'upper')
    }),
  )
}

/** A cubic from the sole's edge, steeply up round the toes or the heel, then over the foot to the opening. */
function upperPoint(angle: number, t: number): Vec3 {
  const foot = outline(angle, 0.925)
  const lift = toeSpring(foot[2])
  const base: Vec3 = [foot[0], SOLE - 0.1 + lift, foot[2]]
  const top = collarPoint(angle, 0)
  const front = smoothstep(-2, 12, foot[2])
  const shoulder: Vec3 = [foot[0], base[1] + lerp(2.6, 3.3, front), foot[2] - 0.2 * front]
  const towardsFoot = lerp(0.05, 0.52, front)
  const instep: Vec3 = [
    lerp(top[0], foot[0], towardsFoot),
    lerp(top[1] - 2.4, 6.6, front),
    lerp(top[2], foot[2], towardsFoot),
  ]
  const first = mix3(mix3(base, shoulder, t), mix3(shoulder, instep, t), t)
  const second = mix3(mix3(shoulder, instep, t), mix3(instep, top, t), t)
  return mix3(first, second, t)
}

/** On the rim of the opening: higher at the heel and over the tongue than at the ankles. */
function collarPoint(angle: number, out: number): Vec3 {
  const { z, halfWidth, halfLength, height } = COLLAR
  const dip = -0.7 * sin(angle) * sin(angle)
  const tongue = 1.1 * gauss(angle > Math.PI ? angle - TAU : angle, 0.55)
  return [
    LIMB_JOINTS.Foot[0] + sin(angle) * (halfWidth + out),
    height + dip + tongue,
    z + cos(angle) * (halfLength + out),
  ]
}

function collarRings(shoe: ShoeDraft): number[][] {
  const section: readonly (readonly [out: number, up: number, region: GarmentRegion])[] = [
    [0.22, 0.05, 'collar'],
    [0.16, 0.42, 'collar'],
    [-0.18, 0.5, 'collar'],
    [-0.45, 0.15, 'inside'],
    [-0.4, -2.4, 'inside'],
  ]
  return section.map(([out, up, region]) =>
    angles.map((angle) => {
      const p = collarPoint(angle, out)
      return vertex(shoe, add(p, [0, up, 0]), region)
    }),
  )
}

const LACE_SEGMENTS = 8
const LACE_SIDES = 5
const LACE_RADIUS = 0.42

/** A band across the instep, a share of the way from the sole to the tongue. */
function addLace(shoe: ShoeDraft, share: number): void {
  const path = Array.from({ length: LACE_SEGMENTS + 1 }, (_, i) => {
    const across = lerp(-1, 1, i / LACE_SEGMENTS)
    return lacePoint(share, across)
  })
  const rings = path.map((p, i) => {
    const along = normalize(subtract(path[Math.min(i + 1, LACE_SEGMENTS)]!, path[Math.max(i - 1, 0)]!))
    const up = normalize(cross(along, normalize(cross([0, 1, 0.45], along))))
    const side = cross(along, up)
    return Array.from({ length: LACE_SIDES }, (_, j) => {
      const a = (j / LACE_SIDES) * TAU
      return vertex(shoe, add(p, add(scale(up, sin(a) * LACE_RADIUS * 0.7), scale(side, cos(a) * LACE_RADIUS))), 'lace')
    })
  })
  stitchGrid(shoe.mesh, rings, 'closed')
}

/** Laces run straight across, sinking into the upper at their ends. */
function lacePoint(share: number, across: number): Vec3 {
  const t = lerp(0.52, 0.98, share)
  const angle = across * lerp(0.26, 0.5, share)
  const middle = upperPoint(0, t)
  const side = upperPoint(angle < 0 ? angle + TAU : angle, t)
  const lift = 0.12 - 0.75 * smoothstep(0.6, 1, Math.abs(across))
  return [side[0], lerp(middle[1], side[1], 0.9) + lift, lerp(middle[2], side[2], 0.9) + lift * 0.5]
}
