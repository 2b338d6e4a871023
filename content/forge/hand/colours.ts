import { shadowed } from '../body/paint-limb.ts'
import { type Colour, mixColours } from '../kit/colour.ts'
import { computeNormals } from '../kit/mesh.ts'
import { occlusionAt } from '../kit/occlusion.ts'
import { gauss, smoothstep } from '../kit/scalar.ts'
import { dot, length, subtract, type Vec3 } from '../kit/vec3.ts'
import { mottled } from '../paint/mottle.ts'
import type { SkinTones } from '../paint/skin-tones.ts'
import { handToWorld } from '../skeleton/skeleton.ts'
import type { Digit } from './digit.ts'
import type { HandShape } from './hand.ts'

/** Distances the occlusion looks at, near to far. Centimetres. */
const TAPS = [0.25, 0.5, 0.9, 1.6] as const

/** Shadow for each centimetre a crease is deep. */
const CREASE_SHADE = 7

/** Vertex colours of a hand: skin, redder at the palm, knuckles and fingertips, darker between the fingers. */
export function paintHand(hand: HandShape, { skin, blush, palm: inner, flush }: SkinTones): Colour[] {
  const { positions, triangles } = hand.mesh
  const normals = computeNormals(positions, triangles)
  return positions.map((p, v) => {
    const n = normals[v]!
    const palm = smoothstep(-0.1, 0.7, -n[1]) * smoothstep(-1.5, 1.5, p[0])
    const bare = mixColours(mixColours(skin, inner, palm), blush, flush * redness(hand, v, n))
    const shadow = occlusionAt(hand.field, p, n, TAPS) + creaseShadow(hand, v, n)
    return shadowed(mottled(bare, handToWorld(p)), shadow)
  })
}

/** Skin folds at the joints hold shadow, more than their depth alone would show. */
function creaseShadow({ fingers, thumb, places }: HandShape, v: number, normal: Vec3): number {
  const { part, finger, distance } = places[v]!
  if (part !== 'finger' && part !== 'thumb') return 0
  const digit = part === 'thumb' ? thumb : fingers[finger]!
  const { up } = digit.frameAt(distance)
  const facing = dot(normal, up)
  return (
    -CREASE_SHADE * digit.creaseAt(distance, facing > 0 ? 'dorsal' : 'palmar') * smoothstep(0, 0.6, Math.abs(facing))
  )
}

function redness(hand: HandShape, v: number, normal: Vec3): number {
  const p = hand.mesh.positions[v]!
  const { part, distance } = hand.places[v]!
  const onBack = smoothstep(-0.2, 0.6, normal[1])
  const own = hand.fingers.map((finger) => fingerRedness(finger, p, onBack))
  if (part !== 'thumb') return Math.max(0, ...own)
  const { joints, boneLengths, length: end } = hand.thumb
  const tip = 0.34 * smoothstep(joints[2] + 0.3 * boneLengths[2], end, distance)
  return Math.max(tip, 0.2 * gauss(distance - joints[2], 0.5), ...own)
}

function fingerRedness(finger: Digit, p: Vec3, onBack: number): number {
  const { origin, along, across } = finger.frameAt(0)
  const q = subtract(p, origin)
  const knuckle = 0.3 * gauss(length([q[0], q[1] - 0.7, q[2]]), 0.75) * onBack
  if (Math.abs(dot(q, across)) >= 0.95) return knuckle
  const s = dot(q, along)
  const [, pip, dip] = finger.joints
  const joints = Math.max(0.24 * gauss(s - pip, 0.5), 0.16 * gauss(s - dip, 0.4)) * onBack
  const tip = 0.34 * smoothstep(dip + 0.3 * finger.boneLengths[2], finger.length, s)
  return Math.max(knuckle, joints, tip)
}
