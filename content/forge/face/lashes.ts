import { eyeCentre, SIDES, type Side } from '../head/frame.ts'
import type { HeadPart } from '../head/parts.ts'
import type { HeadSkin } from '../head/skin.ts'
import { hexColour, vertexColour } from '../kit/colour.ts'
import { createMesh, type Triangle } from '../kit/mesh.ts'
import { between, createDice } from '../kit/noise.ts'
import { pow } from '../kit/ops.ts'
import { lerp, smoothstep } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { add, addScaled, cross, mix3, normalize, scale, subtract, type Vec3 } from '../kit/vec3.ts'
import { attachedShapes } from '../shapes/attached-shapes.ts'
import { lidMargin } from '../shapes/lids.ts'
import type { Shape } from '../shapes/shape.ts'

/** One wide, tapered tuft of the upper lashes. */
interface Tuft {
  readonly side: Side
  readonly along: number
  readonly lean: number
  readonly length: number
}

const TUFTS = 10
const LINE_STEPS = 36

/** A few bold tufts on the outer two thirds and a lash line with a wing; many thin lashes would look like a doll's. */
export function lashes(skin: HeadSkin): HeadPart {
  const tufts = SIDES.flatMap((side) => tuftsOf(skin.recipe.seed, side))
  const pose = (shape?: Shape) => [
    ...tufts.flatMap((tuft) => tuftPoints(skin, tuft, shape)),
    ...SIDES.flatMap((side) => linePoints(skin, side, shape)),
  ]
  const mesh = createMesh()
  mesh.positions = pose()
  tufts.forEach((_, i) => {
    mesh.triangles.push(...TUFT_TRIANGLES.map(([a, b, c]): Triangle => [a + i * 7, b + i * 7, c + i * 7]))
  })
  SIDES.forEach((_, i) => {
    const first = tufts.length * 7 + i * 3 * (LINE_STEPS + 1)
    const rows = [2, 1, 0].map((row) => Array.from({ length: LINE_STEPS + 1 }, (_, k) => first + 3 * k + row))
    stitchGrid(mesh, rows, 'open')
  })
  const ink = vertexColour(hexColour(skin.recipe.colours.lash))
  mesh.colors = mesh.positions.map(() => ink)
  const morphs = attachedShapes(mesh.positions, (shape) => shape.lids !== undefined, pose)
  return { name: 'lashes', material: 'lash', carrier: 'head', mesh, morphs }
}

function tuftsOf(seed: number, side: Side): Tuft[] {
  const dice = createDice(seed, 'lashes')
  return Array.from({ length: TUFTS }, (_, i) => ({
    side,
    along: lerp(-0.35, 0.975, pow((i + 0.5) / TUFTS, 0.8)),
    lean: between(dice, -0.3, 0.3),
    length: between(dice, 0.85, 1.1) * (i % 3 === 1 ? 0.72 : 1),
  }))
}

/** Directions at a point of the upper lid's edge. */
interface Edge {
  readonly at: Vec3
  readonly out: Vec3
  readonly tangent: Vec3
  readonly up: Vec3
  readonly blink: number
}

function edgeAt(skin: HeadSkin, side: Side, along: number, shape?: Shape): Edge {
  const move = shape?.lids?.find((lid) => lid.side === side)
  const margin = (s: number) => lidMargin(skin, side, s, true, move)
  const at = margin(along)
  const out = normalize(subtract(at, eyeCentre(skin.recipe, side)))
  const tangent = normalize(subtract(margin(along + 0.02), margin(along - 0.02)))
  const up = normalize(cross(out, tangent))
  return { at, out, tangent, up: up[1] < 0 ? scale(up, -1) : up, blink: move?.blink ?? 0 }
}

/** Two edges that taper to one point, in three steps. */
const TUFT_TRIANGLES: readonly Triangle[] = [
  [0, 1, 3],
  [0, 3, 2],
  [2, 3, 5],
  [2, 5, 4],
  [4, 5, 6],
]

function tuftPoints(skin: HeadSkin, { side, along, lean, length }: Tuft, shape?: Shape): Vec3[] {
  const { at, out, tangent, up, blink } = edgeAt(skin, side, along, shape)
  const reach =
    skin.recipe.brow.lash *
    length *
    (0.16 + 0.42 * smoothstep(-0.7, 0.9, along)) *
    (1 - 0.35 * smoothstep(0.9, 1, along))
  const sweep = (lerp(-0.1, 1, smoothstep(-0.8, 1, along)) + 0.22 * lean) * side
  const curl = lerp(1, -0.75, blink)
  const start = normalize(add(addScaled(scale(out, 0.9), up, 0.12 * curl), [0.5 * sweep, 0, 0]))
  const end = normalize(add(addScaled(scale(out, 0.35), up, 0.95 * curl), [sweep, 0, 0]))
  const width = lerp(0.1, 0.17, smoothstep(-0.6, 0.8, along))
  const p0 = addScaled(at, out, -0.06)
  const p1 = addScaled(p0, start, reach * 0.45)
  const p2 = addScaled(p1, normalize(mix3(start, end, 0.7)), reach * 0.35)
  const p3 = addScaled(p2, end, reach * 0.35)
  const sides = (p: Vec3, w: number) => [addScaled(p, tangent, -w), addScaled(p, tangent, w)]
  return [...sides(p0, width), ...sides(p1, width * 0.66), ...sides(p2, width * 0.34), p3]
}

/** The lash line: a ribbon along the margin that thickens outwards and ends in a wing. */
function linePoints(skin: HeadSkin, side: Side, shape?: Shape): Vec3[] {
  const { lash } = skin.recipe.brow
  return Array.from({ length: LINE_STEPS + 1 }, (_, i) => {
    const along = lerp(-0.97, 1, i / LINE_STEPS)
    const { at, out, up, blink } = edgeAt(skin, side, Math.min(along, 0.985), shape)
    const thickness =
      0.03 + (0.02 + 0.12 * lash) * smoothstep(-0.9, 0.8, along) * (1 - 0.5 * smoothstep(0.92, 1, along))
    const wing = 0.22 * lash * smoothstep(0.82, 1, along)
    const base = add(addScaled(at, out, 0.012), [side * wing, wing * 0.45 * (1 - 1.2 * blink), -wing * 0.35])
    return [
      addScaled(addScaled(base, up, -0.35 * thickness), out, -0.03),
      addScaled(addScaled(base, up, 0.25 * thickness), out, 0.05),
      addScaled(base, up, thickness),
    ]
  }).flat()
}
