import { headField } from '../head/field.ts'
import { SIDES } from '../head/frame.ts'
import { type HeadPart, NO_MORPHS } from '../head/parts.ts'
import type { HeadRecipe } from '../head/recipe.ts'
import { earPlace } from '../head/unwrap.ts'
import { type Colour, mixColours, vertexColour } from '../kit/colour.ts'
import { curve3 } from '../kit/curve.ts'
import { appendMesh, compactMesh, createMesh, type Mesh, mirrorMesh } from '../kit/mesh.ts'
import { cos, sin } from '../kit/ops.ts'
import { smoothstep } from '../kit/scalar.ts'
import { carve, ellipsoid, polyline, put, sculpt } from '../kit/sdf.ts'
import { surfaceNets } from '../kit/surface-nets.ts'
import type { Vec2, Vec3 } from '../kit/vec3.ts'

// Ear coordinates: x out of the head, y up, z forward.
const HELIX: readonly Vec3[] = [
  [0.05, -0.15, 0.55],
  [0.25, 0.55, 0.95],
  [0.38, 1.35, 0.95],
  [0.5, 2.15, 0.45],
  [0.62, 2.45, -0.45],
  [0.72, 2.05, -1.25],
  [0.74, 1.15, -1.6],
  [0.66, 0.1, -1.5],
  [0.5, -0.95, -1.1],
  [0.36, -1.75, -0.55],
]
const ANTIHELIX: readonly Vec3[] = [
  [0.2, 1.45, 0.25],
  [0.38, 1.35, -0.35],
  [0.5, 0.75, -0.8],
  [0.5, -0.05, -0.85],
  [0.42, -0.85, -0.5],
  [0.3, -1.15, 0.05],
]

const along = (points: readonly Vec3[], count: number): Vec3[] =>
  Array.from({ length: count }, (_, i) => curve3(points, i / (count - 1)))

const earField = sculpt(ellipsoid([0.12, 0.5, -0.3], [0.36, 2.2, 1.6]), [
  put(0.5, ellipsoid([-0.15, 0.4, 0.95], [0.4, 1.3, 0.5])), // front edge, where it grows out of the cheek
  put(0.3, polyline(along(HELIX, 25), 0.2, 0.27)),
  put(0.35, polyline(along(ANTIHELIX, 13), 0.18, 0.24)),
  put(0.6, ellipsoid([0.2, -1.85, 0], [0.3, 0.78, 0.7])), // lobe
  carve(0.25, ellipsoid([0.5, -0.05, 0], [0.55, 0.8, 0.6])), // bowl
  put(0.25, ellipsoid([0.22, -0.3, 0.85], [0.24, 0.4, 0.3])), // tragus
  put(0.4, ellipsoid([-0.7, 0.2, 0.1], [0.8, 1.7, 1.1])), // root in the head
])

const SIZE = 0.95
/** Below this the lobe begins, which years draw out. */
const LOBE_TOP = -1.2
/** The ear's back stands off the head, and its top leans back; radians. */
const FLARE = 0.44
const LEAN = 0.18
/** The flare turns about the ear's front edge. */
const HINGE_Z = 0.9

/** Both ears, in the skin's material. */
export function ears(recipe: HeadRecipe): HeadPart {
  const raw = surfaceNets(earField, { min: [-1.85, -3.2, -2.4], max: [1.4, 3.2, 1.8], cell: 0.265 })
  const whole: Mesh = {
    positions: raw.positions.map((p) => placed(recipe, p)),
    triangles: raw.triangles,
    uvs: raw.positions.map(earPlace),
    colors: raw.positions.map((p) => vertexColour(earColour(recipe, p))),
    shading: raw.positions.map((p): Vec2 => [1 - 0.6 * hollow(p), 0.52]),
  }
  const left = withoutRoot(recipe, whole)
  const mesh = createMesh()
  for (const side of SIDES) appendMesh(mesh, side > 0 ? left : mirrorMesh(left))
  return { name: 'ears', material: 'skin', carrier: 'head', mesh, morphs: NO_MORPHS }
}

/** Deeper under the face's skin than this nobody sees an ear, cm. */
const HIDDEN = 0.15

/** Takes away what sticks in the head. */
function withoutRoot(recipe: HeadRecipe, ear: Mesh): Mesh {
  const { bare } = headField(recipe)
  const hidden = ear.positions.map((p) => bare(...p) < -HIDDEN)
  const triangles = ear.triangles.filter((triangle) => !triangle.every((v) => hidden[v]))
  return compactMesh({ ...ear, triangles }).mesh
}

function placed({ ear }: HeadRecipe, [x, drawnY, z]: Vec3): Vec3 {
  const y = drawnY < LOBE_TOP ? LOBE_TOP + (drawnY - LOBE_TOP) * ear.lobe : drawnY
  const size = SIZE * ear.size
  const leanedY = y * cos(LEAN) + z * sin(LEAN)
  const leanedZ = z * cos(LEAN) - y * sin(LEAN) - HINGE_Z
  const flaredX = x * cos(FLARE) - leanedZ * sin(FLARE)
  const flaredZ = leanedZ * cos(FLARE) + x * sin(FLARE) + HINGE_Z
  return [ear.x + size * flaredX, ear.y + size * leanedY, ear.z + size * flaredZ]
}

/** How deep in the bowl, 0 to 1. */
const hollow = ([x]: Vec3): number => (1 - smoothstep(-0.1, 0.5, x)) * smoothstep(-0.9, -0.1, x)

function earColour({ colours }: HeadRecipe, p: Vec3): Colour {
  const lobe = 1 - smoothstep(-2, -0.9, p[1])
  const [r, g, b] = mixColours(
    colours.tones.skin,
    colours.tones.blush,
    colours.tones.flush * (0.28 + 0.25 * lobe + 0.15 * hollow(p)),
  )
  const dark = hollow(p)
  return [r * (1 - 0.25 * dark), g * (1 - 0.42 * dark), b * (1 - 0.45 * dark)]
}

/** A place of the left ear given in ear coordinates, in head centimetres. */
export const onEar = placed
