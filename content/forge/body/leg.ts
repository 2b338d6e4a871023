import { addVertex, createMesh, type Mesh } from '../kit/mesh.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchInward, marchOutward } from '../kit/project.ts'
import { DEGREE, lerp, TAU } from '../kit/scalar.ts'
import { type Sdf, smoothMin } from '../kit/sdf.ts'
import { stitchFan, stitchGrid } from '../kit/stitch.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { legField, torsoField } from './figure.ts'
import { footField } from './foot-field.ts'

const COLUMNS = 24
/** Heights of the rings from the hip to above the ankle, close where the knee bends. Centimetres. */
const HEIGHTS = [
  84.5, 81.5, 78, 73.5, 69, 64.5, 60, 56.5, 53.5, 51.5, 49.8, 48, 46.2, 44, 41.5, 38.5, 35.5, 32, 28.5, 25, 21.5, 18,
  15, 12.5, 10.5,
] as const
/** Where the ankle creases in front: the planes of the heel's rings turn about it, from level to upright. */
const INSTEP = { y: 7.9, z: 2.4 } as const
const HEEL_TURNS = [14, 27, 40, 53, 66, 78, 90] as const
/** Planes across the foot from there to the toes. */
const FOREFOOT = [4.2, 6, 7.8, 9.4, 10.8, 12, 13.1, 14.1, 14.9] as const
const TOE_TIP: Vec3 = [7.4, 1.1, 15.75]
/** No leg reaches over the middle. */
const MIDDLE_GAP = 0.05

/** The skin of trunk, legs and feet. */
export const lowerBodyField: Sdf = (x, y, z) => {
  const leg = y < 16 ? smoothMin(legField(x, y, z), footField(x, y, z), 2.2) : legField(x, y, z)
  return y > 74 ? smoothMin(torsoField(x, y, z), leg, 3) : leg
}

/** The left leg's skin from the hip to the toes, ring by ring; open at the hip. */
export function createLeg(): Mesh {
  const mesh = createMesh()
  const rings = [...HEIGHTS.map((y) => shinRing(mesh, y)), ...HEEL_TURNS.map((turn) => heelRing(mesh, turn))]
  rings.push(...FOREFOOT.map((z) => forefootRing(mesh, z)))
  stitchGrid(mesh, rings, 'closed')
  stitchFan(mesh, rings.at(-1)!.toReversed(), addVertex(mesh, TOE_TIP))
  return mesh
}

/** Column 0 looks forward, a quarter on outwards. */
const columns = Array.from({ length: COLUMNS }, (_, k) => (k / COLUMNS) * TAU)

function shinRing(mesh: Mesh, y: number): number[] {
  const middle: Vec3 = [lerp(8, 8.5, Math.min(1, y / 60)), y, lerp(-1.6, 0.3, Math.min(1, y / 48))]
  return columns.map((angle) => {
    const [x, , z] = marchOutward(lowerBodyField, middle, [sin(angle), 0, cos(angle)], 14)
    return addVertex(mesh, [Math.max(MIDDLE_GAP, x), y, z])
  })
}

/** A ring in a plane that has turned so far from level about the instep's crease: round the heel and under the foot. */
function heelRing(mesh: Mesh, turn: number): number[] {
  const [down, back] = [sin(turn * DEGREE), cos(turn * DEGREE)]
  const reach = lerp(4.1, 3.6, turn / 90)
  const middle: Vec3 = [8, INSTEP.y - down * reach, INSTEP.z - back * reach]
  return columns.map((angle) => {
    const way = cos(angle)
    const direction: Vec3 = [sin(angle), down * way, back * way]
    return addVertex(mesh, marchOutward(lowerBodyField, middle, direction, 9))
  })
}

/** The last planes are upright; from outside in, so that the gaps between the toes stay shallow. */
function forefootRing(mesh: Mesh, z: number): number[] {
  const t = (z - INSTEP.z) / (TOE_TIP[2] - INSTEP.z)
  const middle: Vec3 = [lerp(8.2, 8.4, t), lerp(3.4, 0.95, Math.min(1, 1.5 * t)), z]
  return columns.map((angle) => {
    const wide = lerp(1, 2.4, t)
    const length = Math.hypot(sin(angle) * wide, cos(angle))
    const direction: Vec3 = [(sin(angle) * wide) / length, cos(angle) / length, 0]
    return addVertex(mesh, marchInward(footAndAnkle, middle, direction, 8))
  })
}

const footAndAnkle: Sdf = (x, y, z) => smoothMin(legField(x, y, z), footField(x, y, z), 2.2)
