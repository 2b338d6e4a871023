import { SIDES } from '../head/frame.ts'
import { type HeadPart, NO_MORPHS } from '../head/parts.ts'
import type { HeadSkin } from '../head/skin.ts'
import { addVertex, appendMesh, createMesh, type Mesh } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { normalOf, projectOnto } from '../kit/project.ts'
import { lerp, PI, smoothstep, TAU } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { addScaled, cross, normalize, subtract, type Vec3 } from '../kit/vec3.ts'

const CHAIN_STEPS = 52
const CHAIN_SIDES = 5
const CHAIN_RADIUS = 0.075
/** The chain's middle lies this far off the skin, whose coarse mesh cuts corners, cm. */
const CHAIN_LIFT = 0.09
/** The chain is open behind the neck by this share of the round: hair hides it. */
const CHAIN_REACH = 0.93

/** A fine chain with a drop, and ear studs. */
export function jewellery({ recipe, field }: HeadSkin): HeadPart[] {
  const chain = chainPath(field.bare)
  const necklace = tube(chain, field.bare)
  const [x, y, z] = chain[CHAIN_STEPS / 2]!
  appendMesh(necklace, bead([x, y - 0.38, z + 0.12], 0.3, 0.38))
  const studs = createMesh()
  const { ear } = recipe
  for (const side of SIDES) appendMesh(studs, bead([side * (ear.x + 0.78), ear.y - 1.95, ear.z + 0.1], 0.19, 0.19))
  return [
    { name: 'necklace', material: 'gold', carrier: 'neckBlend', mesh: necklace, morphs: NO_MORPHS },
    { name: 'earStuds', material: 'gold', carrier: 'head', mesh: studs, morphs: NO_MORPHS },
  ]
}

/** Lies on the skin round the neck and sags to a point in front. */
function chainPath(skin: Sdf): Vec3[] {
  return Array.from({ length: CHAIN_STEPS + 1 }, (_, i) => {
    const angle = ((i / CHAIN_STEPS) * 2 - 1) * PI * CHAIN_REACH
    const front = cos(angle)
    const y = lerp(-13.2, -17, smoothstep(-0.9, 1, front)) - 1.1 * pow(Math.max(0, front), 10)
    return projectOnto(skin, [sin(angle) * 4.6, y, -1.6 + front * 4.4], CHAIN_LIFT, 6)
  })
}

function tube(path: readonly Vec3[], skin: Sdf): Mesh {
  const mesh = createMesh()
  const rings = path.map((at, i) => {
    const tangent = normalize(subtract(path[Math.min(path.length - 1, i + 1)]!, path[Math.max(0, i - 1)]!))
    const out = normalOf(skin, at, 0.1)
    const across = normalize(cross(tangent, out))
    return Array.from({ length: CHAIN_SIDES }, (_, j) => {
      const turn = (j / CHAIN_SIDES) * TAU
      return addVertex(mesh, addScaled(addScaled(at, across, -cos(turn) * CHAIN_RADIUS), out, sin(turn) * CHAIN_RADIUS))
    })
  })
  stitchGrid(mesh, rings, 'closed')
  return mesh
}

const BEAD_RINGS = 8
const BEAD_SEGMENTS = 12

function bead([x, y, z]: Vec3, radius: number, halfHeight: number): Mesh {
  const mesh = createMesh()
  const rows = Array.from({ length: BEAD_RINGS + 1 }, (_, i) => {
    const polar = lerp(0.02, 0.98, i / BEAD_RINGS) * PI
    return Array.from({ length: BEAD_SEGMENTS }, (_, j) => {
      const turn = (j / BEAD_SEGMENTS) * TAU
      const flat = radius * sin(polar)
      return addVertex(mesh, [x + flat * sin(turn), y + halfHeight * cos(polar), z + flat * cos(turn)])
    })
  })
  stitchGrid(mesh, rows, 'closed')
  return mesh
}
