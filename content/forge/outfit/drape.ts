import { atan2, cos, sin } from '../kit/ops.ts'
import { marchInward } from '../kit/project.ts'
import { clamp, hypot2, lerp, PI } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import type { Vec3 } from '../kit/vec3.ts'

export type Drape = {
  /** What the cloth hangs on. */
  readonly figure: Sdf
  /** Heights between which it is known; constant beyond. Centimetres. */
  readonly bottom: number
  readonly top: number
  /** How far the cloth stands off the figure at a height. */
  readonly ease: (y: number) => number
  /** How far it may draw in over a centimetre downwards: little hangs straight, much clings. */
  readonly cling: (y: number) => number
}

/** Cloth turns about this upright axis. */
export const AXIS_Z = -1
const AZIMUTHS = 40
const STEP = 1.1
/** No trunk is thicker. */
const FAR = 34

/**
 * Cloth round a trunk, the way it hangs: it spans hollows, for a taut band round a body is convex, and falls from what
 * stands out above instead of following the body back in.
 */
export function drape({ figure, bottom, top, ease, cling }: Drape): Sdf {
  const levels = Math.ceil((top - bottom) / STEP) + 1
  const rows: number[][] = []
  for (let i = levels - 1; i >= 0; i--) {
    const y = bottom + i * STEP
    const taut = spanHollows(radiiOf(figure, y)).map((r) => r + ease(y))
    const above = rows[0]
    rows.unshift(above ? taut.map((r, j) => Math.max(r, above[j]! - cling(y) * STEP)) : taut)
  }
  return (x, y, z) => {
    const level = clamp((y - bottom) / STEP, 0, levels - 1.001)
    const turn = (atan2(Math.abs(x), z - AXIS_Z) / PI) * AZIMUTHS
    const j = Math.min(AZIMUTHS - 1, Math.floor(turn))
    const i = Math.floor(level)
    const at = (row: readonly number[]) => lerp(row[j]!, row[j + 1]!, turn - j)
    return hypot2(x, z - AXIS_Z) - lerp(at(rows[i]!), at(rows[i + 1]!), level - i)
  }
}

const azimuths = Array.from({ length: AZIMUTHS + 1 }, (_, j) => (j / AZIMUTHS) * PI)

function radiiOf(figure: Sdf, y: number): number[] {
  return azimuths.map((a) => {
    const [x, , z] = marchInward(figure, [0, y, AXIS_Z], [sin(a), 0, cos(a)], FAR)
    return hypot2(x, z - AXIS_Z)
  })
}

/** The convex hull of a slice, by the distances of the lines that touch it. */
function spanHollows(radii: readonly number[]): number[] {
  const reach = azimuths.map((a) =>
    azimuths.reduce((most, b, j) => Math.max(most, radii[j]! * Math.max(cos(a - b), cos(a + b))), 0),
  )
  return azimuths.map((a) =>
    azimuths.reduce((least, b, j) => {
      const slant = Math.max(cos(a - b), cos(a + b))
      return slant < 0.1 ? least : Math.min(least, reach[j]! / slant)
    }, FAR),
  )
}

/** Straight out from the axis at an azimuth from straight ahead. */
export const outward = (azimuth: number): Vec3 => [sin(azimuth), 0, cos(azimuth)]
