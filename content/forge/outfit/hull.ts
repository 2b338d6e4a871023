import { legField, torsoField } from '../body/figure.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchOutward } from '../kit/project.ts'
import { TAU } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import type { Vec2, Vec3 } from '../kit/vec3.ts'
import { LIMB_JOINTS } from '../skeleton/measures.ts'

/** The middle of the trunk and the thighs, from which outlines are measured. Centimetres forward. */
export const CORE = -0.6
/** Directions in which the figure's outline is felt, and in which cloth is stretched round it. */
const FEELERS = 28
const SPANS = 72

const directions = Array.from({ length: SPANS }, (_, i) => (i / SPANS) * TAU)

/**
 * How far from the core cloth lies that is stretched round trunk and both legs at a height: the outline's convex hull.
 *
 * @returns  Distance by azimuth, 0 ahead, a quarter turn to the left. Centimetres.
 */
export function hullAt(height: number): (azimuth: number) => number {
  const outline = [
    ...outlineOf(torsoField, [0, height, CORE]),
    ...outlineOf(legField, [LIMB_JOINTS.UpperLeg[0], height, 0]),
  ]
  const both = outline.flatMap(([x, z]): Vec2[] => [
    [x, z],
    [-x, z],
  ])
  const supports = directions.map((a) => Math.max(...both.map(([x, z]) => x * sin(a) + z * cos(a))))
  return (azimuth) =>
    Math.min(
      ...directions.map((a, i) => {
        const facing = cos(a - azimuth)
        return facing > 0.05 ? supports[i]! / facing : Number.POSITIVE_INFINITY
      }),
    )
}

/** Across and forward from the core; nothing where the form does not reach that height. */
function outlineOf(form: Sdf, middle: Vec3): Vec2[] {
  if (form(...middle) > -1) return []
  return Array.from({ length: FEELERS }, (_, i): Vec2 => {
    const a = (i / FEELERS) * TAU
    const [x, , z] = marchOutward(form, middle, [sin(a), 0, cos(a)], 30)
    return [x, z - CORE]
  })
}
