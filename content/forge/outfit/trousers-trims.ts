import { addVertex, appendMesh, computeNormals, createMesh, type Mesh, mirrorMesh } from '../kit/mesh.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchOutward } from '../kit/project.ts'
import { PI, TAU } from '../kit/scalar.ts'
import { stitchFan, stitchGrid } from '../kit/stitch.ts'
import { addScaled, type Vec2, type Vec3 } from '../kit/vec3.ts'
import { BUTTON_SWATCH, LOOP_SWATCH, MIDDLE_BACK, unwrapTrousers } from './trousers-chart.ts'
import { trousersField } from './trousers-field.ts'
import { BAND } from './trousers-seams.ts'

/** Columns of the loops on the left; one more sits in the middle of the back. */
const LOOPS = [4.6, 13.6] as const

/** Belt loops and a button on the waistband, with normals and texture coordinates. */
export function createTrims(): Mesh {
  const left = createMesh()
  for (const column of LOOPS) appendMesh(left, beltLoop(column))
  const trims = createMesh()
  for (const part of [left, mirrorMesh(left), beltLoop(MIDDLE_BACK), button()]) appendMesh(trims, part)
  return trims
}

/** Across a loop: from its middle, and off the band. Down it: height, and off the band. Centimetres. */
const ACROSS: readonly Vec2[] = [
  [-0.56, -0.25],
  [-0.5, 0],
  [0.5, 0],
  [0.56, -0.25],
]
const DOWN: readonly Vec2[] = [
  [BAND.top + 0.1, 0.2],
  [BAND.top - 0.1, 0.46],
  [BAND.bottom - 0.3, 0.44],
  [BAND.bottom - 0.55, 0.1],
]

function beltLoop(column: number): Mesh {
  const mesh: Mesh = { ...createMesh(), uvs: [] }
  const a = (column / MIDDLE_BACK) * PI
  const outwards: Vec3 = [sin(a), 0, cos(a)]
  const { width, top, bottom } = LOOP_SWATCH
  const rows = DOWN.map(([y, off], r) => {
    const middle = marchOutward(trousersField, [0, y, -1], outwards, 30)
    return ACROSS.map(([side, back], k) => {
      const at = addScaled(addScaled(middle, [cos(a), 0, -sin(a)], side), outwards, Math.max(0, off + back))
      const place: Vec2 = [LOOP_SWATCH.column + (k / 3) * width, top + (r / 3) * (bottom - top)]
      mesh.uvs!.push(unwrapTrousers(place, false))
      return addVertex(mesh, at)
    })
  })
  stitchGrid(mesh, rows, 'open')
  return { ...mesh, normals: computeNormals(mesh.positions, mesh.triangles) }
}

const BUTTON = { radius: 0.85, sides: 12 } as const

function button(): Mesh {
  const mesh = createMesh()
  const y = (BAND.top + BAND.bottom) / 2
  const [, , front] = marchOutward(trousersField, [0, y, -1], [0, 0, 1], 30)
  const ring = (radius: number, off: number) =>
    Array.from({ length: BUTTON.sides }, (_, i) => {
      const a = (i / BUTTON.sides) * TAU
      return addVertex(mesh, [cos(a) * radius, y + sin(a) * radius, front + off])
    })
  const rings = [ring(BUTTON.radius, 0.2), ring(BUTTON.radius * 0.94, 0.5), ring(BUTTON.radius * 0.6, 0.48)]
  stitchGrid(mesh, rings.toReversed(), 'closed')
  stitchFan(mesh, rings.at(-1)!, addVertex(mesh, [0, y, front + 0.4]))
  return {
    ...mesh,
    normals: computeNormals(mesh.positions, mesh.triangles),
    uvs: mesh.positions.map(() => unwrapTrousers(BUTTON_SWATCH, false)),
  }
}
