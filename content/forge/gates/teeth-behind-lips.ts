import { FACE_CHANNELS } from '../../../engine/rig/blendshapes.ts'
import { TONGUE_VERTICES } from '../face/tongue.ts'
import type { FaceWeights } from '../head/lip-meter.ts'
import type { Triangle } from '../kit/mesh.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { type BuiltFace, mixName } from './built-face.ts'
import type { Finding } from './finding.ts'

const SMILE: FaceWeights = { mouthSmileLeft: 1, mouthSmileRight: 1 }
const FROWN: FaceWeights = { mouthFrownLeft: 1, mouthFrownRight: 1 }
/** What speech and feeling do together; sounds at the weight a speaker gives them. */
const MIXES: readonly FaceWeights[] = [
  ...(['PP', 'FF', 'SS', 'aa', 'E', 'ih', 'oh', 'ou'] as const).flatMap((sound) => [
    { ...SMILE, [`viseme_${sound}`]: 0.8 },
    { ...FROWN, [`viseme_${sound}`]: 0.8 },
  ]),
  { ...SMILE, jawOpen: 0.5 },
  { jawOpen: 0.5, mouthClose: 0.5 },
  { jawOpen: 1, mouthClose: 1 },
  { mouthPressLeft: 1, mouthPressRight: 1, mouthRollLower: 0.5 },
  { jawOpen: 0.3, mouthFunnel: 0.7 },
]
/** Skin this far from the mouth never meets a tooth, cm. */
const REACH = 1.2
/** A tooth may come this near the surface, or through it by rounding, mm. */
const TOLERANCE = 0

/** No tooth and no gum stands in front of lips or of the skin around them, under any shape alone and common mixes. */
export function teethBehindLips(face: BuiltFace): Finding[] {
  const depth = createToothMeter(face)
  return [...FACE_CHANNELS.map((name): FaceWeights => ({ [name]: 1 })), ...MIXES].flatMap((weights) => {
    const millimetres = depth(weights)
    if (millimetres >= TOLERANCE) return []
    return [
      { gate: 'teeth behind lips', where: mixName(weights), millimetres, problem: 'a tooth stands through a lip' },
    ]
  })
}

/** Least depth of teeth and gums behind lips and skin, mm, under given weights. */
export function createToothMeter(face: BuiltFace): (weights: FaceWeights) => number {
  const { sites, mesh, recipe } = face.skin
  const nearMouth = ([x, y, z]: Vec3) =>
    z > 4 && Math.abs(x) < recipe.mouth.halfWidth + REACH && Math.abs(y - recipe.mouth.y) < 1.5 + REACH
  const covers = mesh.triangles.filter((t) =>
    t.every((v) => sites[v]!.kind === 'lip' || (sites[v]!.kind === 'skin' && nearMouth(mesh.positions[v]!))),
  )
  return (weights) => {
    const skin = face.posed('head', weights)
    const teeth = face.posed('mouth', weights).slice(0, -TONGUE_VERTICES)
    return 10 * leastDepth(teeth, skin, covers)
  }
}

function leastDepth(points: readonly Vec3[], skin: readonly Vec3[], covers: readonly Triangle[]): number {
  const cells = new Map<number, Vec3[]>()
  for (const p of points) {
    const key = cellOf(p[0], p[1])
    cells.get(key)?.push(p) ?? cells.set(key, [p])
  }
  let least = Number.POSITIVE_INFINITY
  for (const triangle of covers) {
    const [a, b, c] = triangle.map((v) => skin[v]!) as [Vec3, Vec3, Vec3]
    for (const p of pointsUnder(cells, a, b, c)) {
      const z = depthOn(a, b, c, p[0], p[1])
      if (z !== undefined) least = Math.min(least, z - p[2])
    }
  }
  return least
}

const CELL = 0.25
const cellOf = (x: number, y: number): number => Math.floor(x / CELL) * 4096 + Math.floor(y / CELL)

function pointsUnder(cells: ReadonlyMap<number, Vec3[]>, a: Vec3, b: Vec3, c: Vec3): Vec3[] {
  const found: Vec3[] = []
  const range = (k: 0 | 1) => [Math.min(a[k], b[k], c[k]), Math.max(a[k], b[k], c[k])] as const
  const [x0, x1] = range(0)
  const [y0, y1] = range(1)
  for (let x = x0; x < x1 + CELL; x += CELL)
    for (let y = y0; y < y1 + CELL; y += CELL) found.push(...(cells.get(cellOf(x, y)) ?? []))
  return found
}

/** Depth of a triangle over (x, y); nothing where it does not reach or faces away from the front. */
function depthOn(a: Vec3, b: Vec3, c: Vec3, x: number, y: number): number | undefined {
  const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
  if (area <= 1e-9) return undefined
  const u = ((b[0] - x) * (c[1] - y) - (b[1] - y) * (c[0] - x)) / area
  const v = ((c[0] - x) * (a[1] - y) - (c[1] - y) * (a[0] - x)) / area
  if (u < 0 || v < 0 || u + v > 1) return undefined
  return u * a[2] + v * b[2] + (1 - u - v) * c[2]
}
