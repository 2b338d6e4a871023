import { eyeCentre, type Side } from '../head/frame.ts'
import { eyeCarrier, type HeadPart, NO_MORPHS } from '../head/parts.ts'
import type { HeadRecipe } from '../head/recipe.ts'
import { addVertex, createMesh } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { DEGREE, TAU } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { add, scale, type Vec2, type Vec3 } from '../kit/vec3.ts'

/** The ball stands this far inside its nominal radius, so that lids clear it. */
export const EYEBALL_INSET = 0.02
const RINGS = 18
const SEGMENTS = 32
/** Only the front of the ball is made; its back is never seen. */
const SPAN = 112 * DEGREE
/** Angle from the pupil at which the picture of the eye ends. */
export const PICTURE_SPAN = 62 * DEGREE

/** An eyeball about its own pivot; the picture of the iris is laid on as seen from the front. */
export function eyeball(recipe: HeadRecipe, side: Side): HeadPart {
  const { eye } = recipe
  const centre = eyeCentre(recipe, side)
  const mesh = createMesh()
  const uvs: Vec2[] = []
  const normals: Vec3[] = []
  const rows = Array.from({ length: RINGS + 1 }, (_, r) => {
    const angle = SPAN * pow(r / RINGS, 1.15)
    return Array.from({ length: SEGMENTS + 1 }, (_, k) => {
      const turn = (k / SEGMENTS) * TAU
      const outward: Vec3 = [sin(angle) * cos(turn), sin(angle) * sin(turn), cos(angle)]
      const reach = Math.min(0.5, (angle / PICTURE_SPAN) * 0.5)
      uvs.push([0.5 + cos(turn) * reach, 0.5 - sin(turn) * reach])
      normals.push(outward)
      return addVertex(mesh, add(centre, scale(outward, eye.radius - EYEBALL_INSET)))
    })
  })
  stitchGrid(mesh, rows, 'open')
  mesh.triangles = mesh.triangles.filter(([a, b, c]) => new Set([a, b, c].map((v) => poleOf(v))).size === 3)
  return {
    name: side > 0 ? 'eyeLeft' : 'eyeRight',
    material: 'eye',
    carrier: eyeCarrier(side),
    mesh: { ...mesh, uvs, normals },
    morphs: NO_MORPHS,
  }
}

/** All vertices of the first row are one point. */
const poleOf = (vertex: number): number => (vertex <= SEGMENTS ? 0 : vertex)
