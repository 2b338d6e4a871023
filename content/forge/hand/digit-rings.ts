import type { Mesh } from '../kit/mesh.ts'
import { atan2, cos, sin } from '../kit/ops.ts'
import { lerp, TAU } from '../kit/scalar.ts'
import { stitchFan, stitchGrid } from '../kit/stitch.ts'
import { addScaled, dot, subtract } from '../kit/vec3.ts'
import { type Digit, skinPoint } from './digit.ts'
import { type HandPlace, type HandTopology, place } from './hand-topology.ts'

/** Vertices around a finger: 0 on the thumb's side, 4 on the back, 8 on the far side, 12 on the pad. */
export const FINGER_RING = 16

export const ringAngle = (vertex: number): number => (vertex / FINGER_RING) * TAU

/** Shares of the rounded end at which its rings lie. */
const CAP_RINGS = [0.46, 0.78, 0.95] as const

/** Rings a finger from its branch loop to its tip. */
export function addFinger(hand: HandTopology, finger: Digit, index: number, loop: readonly number[]): void {
  const [p, i] = finger.boneLengths
  const g = finger.girth
  const dip = p + i
  const cap = finger.length - finger.capLength
  const distances = [
    0.52 * p + 0.02,
    0.62 * p,
    0.72 * p,
    ...[-0.6, -0.3, 0, 0.25, 0.5].map((k) => p + k * g),
    p + 0.5 * i,
    ...[-0.38, 0, 0.38].map((k) => dip + k * g),
    lerp(dip + 0.4 * g, cap, 0.5),
    cap,
    ...CAP_RINGS.map((share) => cap + finger.capLength * share),
  ]
  const freedoms = [0.9, 0.6, 0.25]
  const rings = [loop.slice()]
  distances.forEach((distance, r) => {
    rings.push(
      loop.map((start, m) => {
        const at = r < 3 ? flattened(hand, finger, start, distance, r) : distance
        const freedom = freedoms[r] ?? 0
        return place(hand, skinPoint(finger, at, ringAngle(m)), {
          part: 'finger',
          finger: index,
          distance: at,
          ring: r + 1,
          freedom,
          cling: r === 0 ? 1 : freedom,
        })
      }),
    )
  })
  stitchGrid(hand.mesh, rings, 'closed')
  addTip(hand, finger, rings.at(-1)!, { part: 'finger', finger: index })
}

/** The first three rings lead from the winding branch loop to a plane across the finger. */
function flattened(hand: HandTopology, finger: Digit, start: number, goal: number, ring: number): number {
  const { origin, along } = finger.frameAt(0)
  const from = dot(subtract(hand.mesh.positions[start]!, origin), along)
  const at = lerp(from, 0.72 * finger.boneLengths[0] + 0.05, (ring + 1) / 3.2)
  return ring === 2 ? lerp(at, goal, 0.6) : at
}

function addTip(
  hand: HandTopology,
  digit: Digit,
  ring: readonly number[],
  of: Pick<HandPlace, 'part'> & { finger?: number },
) {
  const { origin, up } = digit.frameAt(digit.length)
  const sunk = addScaled(origin, up, -0.06 * digit.girth)
  const tip = place(hand, sunk, { ...of, distance: digit.length, ring: 99, freedom: 0 })
  stitchFan(hand.mesh, ring.slice().reverse(), tip)
}

/** Rings the thumb from the rim of its hole to its tip. */
export function addThumb(hand: HandTopology, thumb: Digit, rim: readonly number[]): void {
  const [m, p] = thumb.boneLengths
  const ip = m + p
  const cap = thumb.length - thumb.capLength
  const distances = [
    0.46 * m,
    0.6 * m,
    0.74 * m,
    ...[-0.55, -0.28, 0, 0.28, 0.55].map((k) => m + k),
    m + 0.5 * p,
    ...[-0.48, 0, 0.48].map((k) => ip + k),
    lerp(ip + 0.5, cap, 0.5),
    cap,
    ...CAP_RINGS.map((share) => cap + thumb.capLength * share),
  ]
  const angles = evenAngles(hand.mesh, thumb, rim, 0.46 * m)
  // Relaxed outright into the ball of the thumb, then ever less, so that no cuff shows at its base.
  const freedoms = [1, 1, 1, 0.85, 0.6, 0.35, 0.15]
  const rings = [rim.slice()]
  distances.forEach((distance, r) => {
    const freedom = freedoms[r] ?? 0
    rings.push(
      angles.map((angle) =>
        place(hand, skinPoint(thumb, distance, angle), {
          part: 'thumb',
          distance,
          ring: r + 1,
          freedom,
          cling: r < 3 ? 1 : freedom,
        }),
      ),
    )
  })
  stitchGrid(hand.mesh, rings, 'closed')
  addTip(hand, thumb, rings.at(-1)!, { part: 'thumb' })
}

/** Evenly spread angles about the thumb's axis that follow the rim of its hole with the least turning. */
function evenAngles(mesh: Mesh, thumb: Digit, rim: readonly number[], distance: number): number[] {
  const { origin, up, across } = thumb.frameAt(distance)
  const seen = rim.map((v) => {
    const q = subtract(mesh.positions[v]!, origin)
    return atan2(dot(q, up), dot(q, across))
  })
  const fits = [1, -1].map((sense) => {
    let x = 0
    let y = 0
    seen.forEach((angle, k) => {
      const offset = angle - (sense * k * TAU) / rim.length
      x += cos(offset)
      y += sin(offset)
    })
    return { sense, offset: atan2(y, x), agreement: x * x + y * y }
  })
  const best = fits[0]!.agreement > fits[1]!.agreement ? fits[0]! : fits[1]!
  return rim.map((_, k) => best.offset + (best.sense * k * TAU) / rim.length)
}
