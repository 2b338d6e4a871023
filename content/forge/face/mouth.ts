import { DRAWN } from '../head/form.ts'
import type { HeadPart } from '../head/parts.ts'
import type { HeadSkin } from '../head/skin.ts'
import { createMesh, type Mesh } from '../kit/mesh.ts'
import { pow, sin } from '../kit/ops.ts'
import { frontDepth } from '../kit/project.ts'
import { PI } from '../kit/scalar.ts'
import { add, type Vec3, type Vec4 } from '../kit/vec3.ts'
import { attachedShapes } from '../shapes/attached-shapes.ts'
import { turnedWithJaw } from '../shapes/jaw.ts'
import type { Shape, TongueMove } from '../shapes/shape.ts'
import { type Arch, addGum, addTooth, LOWER_TEETH, toothPlaces, UPPER_TEETH } from './teeth.ts'
import { addTongue } from './tongue.ts'

/** Inside of the mouth while it is laid out; the arrays run parallel to the vertices. */
export interface MouthDraft {
  readonly mesh: Mesh
  readonly colors: Vec4[]
  /** Whether the vertex sits on the jaw. */
  readonly onJaw: boolean[]
  /** Where along the tongue, 0 at the back to 1 at the tip; NaN elsewhere. */
  readonly tongueAlong: number[]
}

/** The front of the teeth's arch lies this far behind the face at the lip line, cm. */
const ARCH_DEPTH = 0.98
/** The lower arch sits inside the upper one. */
const OVERBITE = { width: 0.96, depth: 0.2 }

/** Teeth, gums and tongue: one mesh, since they are seen together. */
export function mouthInside(skin: HeadSkin): HeadPart {
  const draft: MouthDraft = { mesh: createMesh(), colors: [], onJaw: [], tongueAlong: [] }
  const line = skin.contours.lipLine(0)
  const front = frontDepth(skin.field.skin, 0, line, 13, -3) - ARCH_DEPTH
  const width = Math.min(1, 0.5 + (0.5 * skin.recipe.mouth.halfWidth) / DRAWN.mouth.halfWidth)
  const upper: Arch = { front, width, jaw: false }
  const lower: Arch = { front: front - OVERBITE.depth, width: width * OVERBITE.width, jaw: true }
  for (const place of toothPlaces(UPPER_TEETH)) addTooth(draft, upper, place, line + 0.3)
  addGum(draft, upper, line + 0.92)
  for (const place of toothPlaces(LOWER_TEETH)) addTooth(draft, lower, place, line - 0.62)
  addGum(draft, lower, line - 1.17)
  addTongue(draft, { tip: front - 0.7, root: front - 4.1, height: line - 0.87 })
  const { mesh, colors } = draft
  const morphs = attachedShapes(mesh.positions, movesMouth, (shape) => posed(draft, shape))
  return { name: 'mouth', material: 'mouth', carrier: 'head', mesh: { ...mesh, colors }, morphs }
}

const movesMouth = (shape: Shape): boolean => Boolean(shape.jawDegrees || shape.jawShift || shape.tongue)

function posed({ mesh, onJaw, tongueAlong }: MouthDraft, shape: Shape): Vec3[] {
  return mesh.positions.map((p, v) => {
    if (!onJaw[v]) return p
    const along = tongueAlong[v]!
    const bent = shape.tongue && !Number.isNaN(along) ? bend(p, along, shape.tongue) : p
    const turned = shape.jawDegrees ? turnedWithJaw(bent, shape.jawDegrees) : bent
    return shape.jawShift ? add(turned, shape.jawShift) : turned
  })
}

function bend([x, y, z]: Vec3, along: number, { forward = 0, tipUp = 0, backUp = 0, droop = 0 }: TongueMove): Vec3 {
  const rise = tipUp * pow(along, 2) + 0.8 * backUp * sin(PI * Math.min(1, along * 1.4)) - droop * pow(along, 7)
  return [x, y + rise, z + forward * along]
}
