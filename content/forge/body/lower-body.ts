import { addVertex, createMesh, type Mesh } from '../kit/mesh.ts'
import { atan2, cos, sin } from '../kit/ops.ts'
import { marchInward, marchOutward } from '../kit/project.ts'
import { DEGREE, lerp, PI, TAU } from '../kit/scalar.ts'
import { type Sdf, smoothMin } from '../kit/sdf.ts'
import { stitchFan, stitchGrid } from '../kit/stitch.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { weldMirror } from '../kit/weld-mirror.ts'
import { upperBodyField } from './arm.ts'
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
/** Heights of the trunk's rows above the legs; the head's chest begins at the last ones. Centimetres. */
const TRUNK_HEIGHTS = [87.5, 91, 95, 99, 103, 107, 111, 115, 118.5, 122, 125, 127.5] as const
/** Rows over which the trunk's columns spread out evenly. */
const EVEN_AFTER = 5
/** How far the trunk reaches into the arms. Centimetres. */
const ARM_REACH = 13.4

/** The skin of trunk, legs and feet. */
export const lowerBodyField: Sdf = (x, y, z) => {
  const leg = y < 16 ? smoothMin(legField(x, y, z), footField(x, y, z), 2.2) : legField(x, y, z)
  return y > 74 ? smoothMin(torsoField(x, y, z), leg, 3) : leg
}

/** Trunk, legs and feet in one skin; open at the chest. */
export function createLowerBody(): Mesh {
  const mesh = createMesh()
  const rings = [...HEIGHTS.map((y) => shinRing(mesh, y)), ...HEEL_TURNS.map((turn) => heelRing(mesh, turn))]
  rings.push(...FOREFOOT.map((z) => forefootRing(mesh, z)))
  stitchGrid(mesh, rings, 'closed')
  stitchFan(mesh, rings.at(-1)!.toReversed(), addVertex(mesh, TOE_TIP))
  addTrunk(mesh, rings[0]!)
  return weldMirror(mesh).mesh
}

/** Grows the left half of the trunk out of a leg's uppermost ring, whose inner side lies on the middle of the body. */
function addTrunk(mesh: Mesh, ring: readonly number[]): void {
  const isMiddle = ring.map((v) => mesh.positions[v]![0] === 0)
  const back = isMiddle.indexOf(true)
  const front = isMiddle.lastIndexOf(true)
  const hip = [ring[front]!, ...ring.slice(front + 1), ...ring.slice(0, back + 1)]
  const starts = hip.map((v) => atan2(mesh.positions[v]![0], mesh.positions[v]![2] + 1))
  const rows = TRUNK_HEIGHTS.map((y, r) =>
    starts.map((start, k) => {
      const even = Math.min(1, (r + 1) / EVEN_AFTER)
      const azimuth = lerp(start, (k / (starts.length - 1)) * PI, even)
      const field = y < 105 ? lowerBodyField : upperBodyField
      const [x, , z] = marchOutward(field, [0, y, -1], [sin(azimuth), 0, cos(azimuth)], ARM_REACH + 4)
      const isEnd = k === 0 || k === starts.length - 1
      return addVertex(mesh, [isEnd ? 0 : Math.min(x, y > 118 ? ARM_REACH : x), y, z])
    }),
  )
  stitchGrid(mesh, [...rows.toReversed(), hip], 'open')
}

/** Column 0 looks forward, a quarter on outwards. */
const columns = Array.from({ length: COLUMNS }, (_, k) => (k / COLUMNS) * TAU)

/** Neither leg reaches over the middle of the body: there its skin ends against the other's. */
function shinRing(mesh: Mesh, y: number): number[] {
  const [mx, my, mz]: Vec3 = [lerp(8, 8.5, Math.min(1, y / 60)), y, lerp(-1.6, 0.3, Math.min(1, y / 48))]
  return columns.map((angle) => {
    const [dx, dz] = [sin(angle), cos(angle)]
    const [x, , z] = marchOutward(lowerBodyField, [mx, my, mz], [dx, 0, dz], 14)
    return addVertex(mesh, x > 0 ? [x, y, z] : [0, y, mz - (dz * mx) / dx])
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
