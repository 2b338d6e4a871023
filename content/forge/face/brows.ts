import { faceMap } from '../head/face-map.ts'
import { DRAWN, type HeadForm } from '../head/form.ts'
import { SIDES, type Side } from '../head/frame.ts'
import type { HeadPart } from '../head/parts.ts'
import type { HeadSkin } from '../head/skin.ts'
import { type Colour, hexColour, mixColours, shade, vertexColour } from '../kit/colour.ts'
import { curve } from '../kit/curve.ts'
import { addVertex, createMesh, type Mesh } from '../kit/mesh.ts'
import { between, createDice } from '../kit/noise.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { frontDepth, normalOf } from '../kit/project.ts'
import { clamp, dome, hypot2, lerp, smoothstep } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { add, addScaled, type Vec2, type Vec3, type Vec4 } from '../kit/vec3.ts'
import { attachedShapes } from '../shapes/attached-shapes.ts'
import { brushDelta } from '../shapes/brush.ts'

/** Centre line of the left brow and half its width on the drawn face, from the nose outward; its height as a straight
 * brow's and what an arch adds to that. A higher arch reads as haughty. */
const X = [1.2, 2.3, 3.6, 4.7, 5.5]
const STRAIGHT = [2.68, 2.72, 2.7, 2.52, 2.2]
const ARCH = [0, 0.55, 1, 1, 0.55]
const HALF_WIDTH = [0.24, 0.32, 0.3, 0.21, 0.05]
const RIBBON_STEPS = 26
const RIBBON_WIDTH = 6
const BLADES = 125

interface BrowDraft {
  readonly mesh: Mesh
  readonly colors: Vec4[]
  /** The skin point each vertex stands on: it follows what brushes do to that point. */
  readonly anchors: Vec3[]
  readonly skin: HeadSkin
  readonly side: Side
  readonly colour: Colour
}

/** A raised ribbon for the mass of the brow and fine blades for its hairs. */
export function brows(skin: HeadSkin): HeadPart {
  const mesh = createMesh()
  const colors: Vec4[] = []
  const anchors: Vec3[] = []
  for (const side of SIDES) {
    const draft = { mesh, colors, anchors, skin, side, colour: hexColour(skin.recipe.colours.brow) }
    addRibbon(draft)
    addBlades(draft)
  }
  const drawn = anchors.map(faceMap(skin.recipe).toDrawn)
  const morphs = attachedShapes(
    mesh.positions,
    (shape) => shape.brushes !== undefined,
    (shape) => mesh.positions.map((p, v) => add(p, brushDelta(drawn[v]!, shape.brushes ?? []))),
  )
  return { name: 'brows', material: 'brow', carrier: 'head', mesh: { ...mesh, colors }, morphs }
}

/** Place, direction and half width of the centre line. */
function lineAt({ eye, brow }: HeadForm, t: number): { at: Vec2; tangent: Vec2; across: Vec2; halfWidth: number } {
  const breadth = eye.x / DRAWN.eye.x
  const x = (at: number) => breadth * curve(X, clamp(at))
  const y = (at: number) => brow.rise + curve(STRAIGHT, clamp(at)) + brow.arch * curve(ARCH, clamp(at))
  const dx = x(t + 0.01) - x(t - 0.01)
  const dy = y(t + 0.01) - y(t - 0.01)
  const length = hypot2(dx, dy)
  const tangent: Vec2 = [dx / length, dy / length]
  const halfWidth = brow.thickness * curve(HALF_WIDTH, t)
  return { at: [x(t), y(t)], tangent, across: [-tangent[1], tangent[0]], halfWidth }
}

function addOnSkin(draft: BrowDraft, x: number, y: number, height: number, colour: Colour): number {
  const field = draft.skin.field.skin
  const anchor: Vec3 = [draft.side * x, y, frontDepth(field, draft.side * x, y, 10, -3)]
  draft.anchors.push(anchor)
  draft.colors.push(vertexColour(colour))
  return addVertex(draft.mesh, addScaled(anchor, normalOf(field, anchor), height))
}

function addRibbon(draft: BrowDraft): void {
  const rows = Array.from({ length: RIBBON_STEPS + 1 }, (_, i) => {
    const t = i / RIBBON_STEPS
    const { at, across, halfWidth } = lineAt(draft.skin.recipe, t)
    const width = halfWidth * (1 - 0.75 * (1 - smoothstep(0, 0.1, t))) * 0.86
    return Array.from({ length: RIBBON_WIDTH + 1 }, (_, j) => {
      const f = (j / RIBBON_WIDTH) * 2 - 1
      const height = -0.05 + 0.11 * dome(f) * (0.5 + 0.5 * (1 - smoothstep(0.6, 1, t)))
      const colour = shade(draft.colour, 1 - 0.12 * Math.abs(f))
      return addOnSkin(draft, at[0] + across[0] * width * f, at[1] + across[1] * width * f, height, colour)
    })
  })
  stitchGrid(draft.mesh, draft.side > 0 ? rows.reverse() : rows, 'open')
}

function addBlades(draft: BrowDraft): void {
  const dice = createDice(draft.skin.recipe.seed, 'brows')
  for (let i = 0; i < BLADES; i++) {
    const t = 0.05 + 0.92 * pow(dice(), 0.9)
    const f = between(dice, -0.92, 0.92)
    const { at, tangent, across, halfWidth } = lineAt(draft.skin.recipe, t)
    const angle = lerp(0.75, 0.06, smoothstep(0, 0.35, t)) - 0.42 * f
    const length = between(dice, 0.42, 0.5) * (1 - 0.45 * t)
    const direction: Vec2 = [
      tangent[0] * cos(angle) + across[0] * sin(angle),
      tangent[1] * cos(angle) + across[1] * sin(angle),
    ]
    // Blades of the lower half start inside the ribbon, or its edge would look torn.
    const offset = halfWidth * 1.05 * f * (f < 0 ? 0.72 : 0.8)
    const back = length * (f < 0 ? 0.05 : 0.35)
    const root: Vec2 = [
      at[0] + across[0] * offset - direction[0] * back,
      at[1] + across[1] * offset - direction[1] * back,
    ]
    addBlade(draft, { root, direction, length, droop: 0.05 * (1 - t), tone: dice() })
  }
}

interface Blade {
  readonly root: Vec2
  readonly direction: Vec2
  readonly length: number
  readonly droop: number
  readonly tone: number
}

function addBlade(draft: BrowDraft, { root, direction, length, droop, tone }: Blade): void {
  const colour = mixColours(shade(draft.colour, 0.65), shade(draft.colour, 1.15), tone)
  const first = draft.mesh.positions.length
  for (let step = 0; step < 4; step++) {
    const u = step / 3
    const halfWidth = 0.02 * (1 - 0.6 * u)
    for (const edge of step === 3 ? [0] : [-1, 1])
      addOnSkin(
        draft,
        root[0] + direction[0] * length * u - direction[1] * halfWidth * edge,
        root[1] + direction[1] * length * u + direction[0] * halfWidth * edge - droop * u * u,
        0.08 + 0.03 * u + 0.02 * tone,
        colour,
      )
  }
  for (const [a, b, c] of [
    [0, 1, 3],
    [0, 3, 2],
    [2, 3, 5],
    [2, 5, 4],
    [4, 5, 6],
  ] as const)
    draft.mesh.triangles.push([first + a, first + b, first + c])
}
