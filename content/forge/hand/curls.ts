import { computeNormals } from '../kit/mesh.ts'
import { type Morph, sparseMorph } from '../kit/morph.ts'
import { gauss, smoothstep } from '../kit/scalar.ts'
import { dot, scale, subtract, type Vec3 } from '../kit/vec3.ts'
import type { Digit } from './digit.ts'
import type { HandShape } from './hand.ts'

/** Shapes that a curling finger drives: "curlIndex" and so on. */
export type CurlName = `curl${string}`

/** Moves shorter than this are dropped. Centimetres. */
const THRESHOLD = 0.004

/**
 * One shape a finger: as it curls, the flesh of the pads swells, filling the hollow of the fist, and the knuckles
 * sharpen on the back. The rig drives each from its finger's bends.
 */
export function createCurls(hand: HandShape): Map<CurlName, Morph> {
  const { positions, triangles } = hand.mesh
  const normals = computeNormals(positions, triangles)
  return new Map(
    hand.fingers.map((finger, i) => {
      const deltaOf = (v: number) => swelling(hand, finger, i, v, normals[v]!)
      return [`curl${finger.name}`, sparseMorph(deltaOf, positions.length, THRESHOLD)]
    }),
  )
}

function swelling(hand: HandShape, finger: Digit, index: number, v: number, normal: Vec3): Vec3 | undefined {
  const at = hand.places[v]!
  if (at.part === 'thumb' || (at.part === 'finger' && at.finger !== index)) return undefined
  const { origin, along, across } = finger.frameAt(0)
  const q = subtract(hand.mesh.positions[v]!, origin)
  const s = dot(q, along)
  const u = dot(q, across)
  const own = at.part === 'finger' ? 1 : gauss(u, 0.75)
  const [p, i] = finger.boneLengths
  const pads = 0.3 * gauss(s - 0.62 * p, 0.9) + 0.2 * gauss(s - p - 0.5 * i, 0.75) + 0.12 * gauss(s - p - i - 0.8, 0.6)
  const knuckles =
    0.24 * gauss(s - 0.02, 0.42) * gauss(u, 0.5) +
    0.11 * gauss(s - p, 0.34) * gauss(u, 0.5) +
    0.04 * gauss(s - p - i, 0.25) * gauss(u, 0.4) -
    0.05 * gauss(s - 0.5 * p, 0.7)
  const palmar = smoothstep(-0.1, 0.7, -normal[1])
  const dorsal = smoothstep(0.2, 0.8, normal[1])
  return scale(normal, own * (palmar * pads * smoothstep(1, 1.8, s) + dorsal * knuckles))
}
