import type { FaceChannelName } from '../../../engine/rig/blendshapes.ts'
import { faceMap } from '../head/face-map.ts'
import type { HeadPart } from '../head/parts.ts'
import type { HeadSkin } from '../head/skin.ts'
import { hexColour, mixColours, shade } from '../kit/colour.ts'
import type { Triangle } from '../kit/mesh.ts'
import type { Morph } from '../kit/morph.ts'
import { createDice } from '../kit/noise.ts'
import { normalOf } from '../kit/project.ts'
import { lerp, smoothstep } from '../kit/scalar.ts'
import { add, addScaled, cross, length, normalize, reject, scale, subtract, type Vec3 } from '../kit/vec3.ts'
import { NEGLIGIBLE_MOVE } from '../shapes/skin-shapes.ts'
import { BEARDS, type BeardPlan } from './beard-zones.ts'
import { addLock, createHairDraft } from './lock.ts'
import { growStrand } from './strand.ts'

type Shapes = HeadPart['morphs']

/** A place on the skin: a triangle and how near each of its corners is. */
type Pore = {
  readonly triangle: Triangle
  readonly shares: Vec3
  readonly at: Vec3
  /** How thickly hair grows there, [0, 1]. */
  readonly thickness: number
}

/** Where a beard thins out its locks are finer and shorter, down to these shares: an edge of full ones looks cut out. */
const FINEST = { width: 0.65, length: 0.8 } as const

/** The hairs of the beard that a recipe asks for, moving as the skin below does; `paint/beard-stain.ts` shades that skin. */
export function beard(skin: HeadSkin, shapes: Shapes): HeadPart[] {
  const wanted = skin.recipe.beard
  if (!wanted) return []
  const plan = BEARDS[wanted.style]
  if (plan.locks === 0) return []
  const { toDrawn } = faceMap(skin.recipe)
  const thickness = skin.mesh.positions.map((p, v) => (grows(skin, v) ? plan.zone(toDrawn(p)) : 0))
  return [beardLocks(skin, shapes, thickness, plan)]
}

function grows({ sites }: HeadSkin, v: number): boolean {
  const site = sites[v]!
  return site.kind === 'skin' || (site.kind === 'lip' && site.across === 0)
}

const moving = (morphs: ReadonlyMap<FaceChannelName, Morph>): Shapes =>
  new Map([...morphs].filter(([, { indices }]) => indices.length > 0))

function beardLocks(skin: HeadSkin, shapes: Shapes, thickness: readonly number[], plan: BeardPlan): HeadPart {
  const { field, recipe } = skin
  const { toDrawn } = faceMap(recipe)
  const dice = createDice(recipe.seed, 'beard')
  const draft = createHairDraft()
  const pores: Pore[] = []
  for (const pore of scatter(skin, thickness, plan.locks, dice)) {
    const before = draft.mesh.positions.length
    const fullness = smoothstep(0.3, 0.95, pore.thickness)
    const long = lengthAt(plan, toDrawn(pore.at)) * lerp(FINEST.length, 1, fullness) * lerp(0.75, 1.1, dice())
    const normal = normalOf(field.bare, pore.at, 0.2)
    const path = growStrand(field.bare, {
      root: addScaled(pore.at, normal, -0.03),
      direction: add(scale(normal, 0.35), reject(fall(pore.at, dice), normal)),
      length: long,
      clearance: (t) => lerp(0, 0.08 + 0.1 * long, t),
      force: () => [0, -0.12, 0],
      cling: { range: 1, share: 0.3, until: 1 },
    })
    addLock(draft, field.bare, {
      path,
      halfWidth: lerp(FINEST.width, 1, fullness) * lerp(0.28, 0.44, dice()),
      arch: 0.05,
      colours: beardColours(skin, dice),
      rootShade: 0.3,
      tone: lerp(0.9, 1.08, dice()),
      openness: 0.9,
      variant: Math.floor(dice() * 64),
      fray: 0.7 * long,
      rows: 3,
      columns: 1,
      massLight: 0.9,
    })
    for (let v = before; v < draft.mesh.positions.length; v++) pores.push(pore)
  }
  const { mesh, normals, uvs, shading, colors } = draft
  return {
    name: 'beard',
    material: 'hair',
    carrier: 'neckBlend',
    mesh: { ...mesh, normals, uvs, shading, colors },
    morphs: moving(new Map([...shapes].map(([name, morph]) => [name, carried(morph, pores)] as const))),
  }
}

/** What a shape of the skin does to hairs: each goes with its pore. */
function carried({ indices, deltas }: Morph, pores: readonly Pore[]): Morph {
  const moves = new Map(indices.map((v, i) => [v, deltas[i]!]))
  const still: Vec3 = [0, 0, 0]
  const moved = pores.map(({ triangle, shares }) =>
    triangle.reduce<Vec3>((sum, v, k) => addScaled(sum, moves.get(v) ?? still, shares[k]!), still),
  )
  const kept = moved.flatMap((delta, v) => (length(delta) > NEGLIGIBLE_MOVE ? [v] : []))
  return { indices: kept, deltas: kept.map((v) => moved[v]!) }
}

/** Hairs on the upper lip are short: so many more cover it as well as the chin. */
const LIP_DENSITY = 2.2

const onLip = ([, y, z]: Vec3): number => smoothstep(-6.4, -5.4, y) * smoothstep(4, 6, z)

/** Pores spread by area and thickness. */
function scatter({ mesh }: HeadSkin, thickness: readonly number[], count: number, dice: () => number): Pore[] {
  const { positions } = mesh
  const grown = mesh.triangles.filter((t) => t.every((v) => thickness[v]! > 0.25))
  const sums: number[] = []
  let total = 0
  for (const [a, b, c] of grown) {
    const area = length(cross(subtract(positions[b]!, positions[a]!), subtract(positions[c]!, positions[a]!)))
    total += area * (thickness[a]! + thickness[b]! + thickness[c]!) * lerp(1, LIP_DENSITY, onLip(positions[a]!))
    sums.push(total)
  }
  return Array.from({ length: count }, (_, i): Pore => {
    const goal = ((i + dice()) / count) * total
    const triangle =
      grown[
        Math.max(
          0,
          sums.findIndex((sum) => sum >= goal),
        )
      ]!
    const [u, v] = [dice(), dice()]
    const [s, t] = u + v > 1 ? [1 - u, 1 - v] : [u, v]
    const shares: Vec3 = [1 - s - t, s, t]
    const at = triangle.reduce<Vec3>((sum, corner, k) => addScaled(sum, positions[corner]!, shares[k]!), [0, 0, 0])
    const thick = triangle.reduce((sum, corner, k) => sum + thickness[corner]! * shares[k]!, 0)
    return { triangle, shares, at, thickness: thick }
  })
}

/** Where hair wants to lie: down, outward on the lip, and a little in towards the chin's middle. */
function fall(p: Vec3, dice: () => number): Vec3 {
  const lip = onLip(p)
  const away = Math.sign(p[0]) * lerp(-0.08, 0.75, lip)
  return normalize([away + 0.3 * (dice() - 0.5), -1, lerp(0.15, -0.1, lip) + 0.2 * (dice() - 0.5)])
}

/** Just above where the drawn lips meet, cm. */
const MOUTH_EDGE = -5.5

function lengthAt({ length: { lip, cheek, chin } }: BeardPlan, p: Vec3): number {
  const [x, y, z] = p
  const aboveMouth = onLip(p) * (1 - smoothstep(2.6, 3.4, Math.abs(x)))
  const onChin = (1 - smoothstep(-9, -7, y)) * smoothstep(1, 5, z)
  const atRoot = 1 - 0.5 * smoothstep(-3.5, -0.5, y)
  // A moustache ends where the mouth opens.
  const room = 0.95 * (y - MOUTH_EDGE) + 0.9 * smoothstep(1.2, 2.2, Math.abs(x))
  const trimmed = Math.min(lip, Math.max(0.2, room))
  return lerp(lerp(cheek, chin, onChin), trimmed, aboveMouth) * atRoot
}

function beardColours({ recipe }: HeadSkin, dice: () => number) {
  const colour = hexColour(recipe.beard!.colour)
  const white = hexColour('#c9c5bd')
  const grey = recipe.hair.grey * lerp(0.35, 0.95, dice())
  const of = (tone: number) => mixColours(shade(colour, tone), white, grey)
  return [of(0.75), of(0.95), of(1.1)] as const
}
