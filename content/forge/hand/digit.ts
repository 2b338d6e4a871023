import { cos, pow, sin } from '../kit/ops.ts'
import { clamp, DEGREE, dome, gauss, hypot2, smoothstep } from '../kit/scalar.ts'
import { addScaled, cross, mix3, normalize, reject, type Vec3 } from '../kit/vec3.ts'
import { fingerStations, type Station, stationValue, thumbStations } from './girth.ts'
import { type FingerMeasures, THUMB } from './proportions.ts'

/** A place on a digit's axis: where it is, where the tip lies, the digit's back, and its side. Unit vectors. */
export type Frame = { readonly origin: Vec3; readonly along: Vec3; readonly across: Vec3; readonly up: Vec3 }

/** Half width, height of the back and of the pad. Centimetres. */
export type Girth = { readonly halfWidth: number; readonly dorsal: number; readonly palmar: number }

/**
 * A finger or thumb, straight at rest, as a cylinder whose section changes along its axis.
 *
 * One section function serves the rings of the mesh, the distance field and the nail, so that they cannot disagree.
 */
export type Digit = {
  readonly name: string
  /** From the first joint to the tip. */
  readonly length: number
  /** The rounded end. */
  readonly capLength: number
  /** Distances of the three joints along the axis; the first is 0. */
  readonly joints: Vec3
  readonly boneLengths: Vec3
  readonly girth: number
  readonly frameAt: (distance: number) => Frame
  readonly girthAt: (distance: number) => Girth
  /** Depth of skin creases (negative) on the back or the pad side. */
  readonly creaseAt: (distance: number, side: 'dorsal' | 'palmar') => number
}

/** Sections are superellipses: a touch squarer than round. */
const SQUARENESS = 0.92

/** Point of the skin at a distance along the axis and an angle about it: 0 the thumb's side, a quarter turn the back. */
export function skinPoint(digit: Digit, distance: number, angle: number): Vec3 {
  const { origin, across, up } = digit.frameAt(distance)
  const { halfWidth, dorsal, palmar } = digit.girthAt(distance)
  const c = cos(angle)
  const s = sin(angle)
  const crease = digit.creaseAt(distance, s > 0 ? 'dorsal' : 'palmar') * pow(Math.abs(s), 1.5)
  const height = (s > 0 ? dorsal : palmar) + crease
  const sideways = Math.sign(c) * pow(Math.abs(c), SQUARENESS) * halfWidth
  const upwards = Math.sign(s) * pow(Math.abs(s), SQUARENESS) * height
  return addScaled(addScaled(origin, across, sideways), up, upwards)
}

/** How high the back of a digit lies above its axis, at a distance along and a distance across it. */
export function dorsalHeight({ halfWidth, dorsal }: Girth, across: number): number {
  const c = pow(Math.min(1, Math.abs(across) / halfWidth), 1 / SQUARENESS)
  return dorsal * pow(dome(c), SQUARENESS)
}

/** Signed distance to an ellipse with different heights above and below, by its scaled radius. */
export function sectionDistance(girth: Girth, across: number, up: number): number {
  const height = up > 0 ? girth.dorsal : girth.palmar
  const radius = hypot2(across, up)
  if (radius < 1e-6) return -Math.min(girth.halfWidth, height)
  const scaled = hypot2(across / girth.halfWidth, up / height)
  return ((scaled - 1) * radius) / Math.max(scaled, 1e-6)
}

export function createFinger(measures: FingerMeasures): Digit {
  const { name, knuckle, fan, bones, girth } = measures
  const angle = fan * DEGREE
  const along: Vec3 = [cos(angle), 0, sin(angle)]
  const across: Vec3 = [-sin(angle), 0, cos(angle)]
  const joints: Vec3 = [0, bones[0], bones[0] + bones[1]]
  const length = joints[2] + bones[2]
  const capLength = 0.78 * girth
  const [, pip, dip] = joints
  return {
    name,
    length,
    capLength,
    joints,
    boneLengths: bones,
    girth,
    frameAt: (distance) => ({ origin: addScaled(knuckle, along, distance), along, across, up: [0, 1, 0] }),
    girthAt: girthFunction(fingerStations(bones), girth, length, capLength),
    creaseAt: (d, side) =>
      side === 'dorsal'
        ? -0.025 * (gauss(d - pip - 0.12, 0.09) + gauss(d - pip + 0.14, 0.09) + 0.6 * gauss(d - dip, 0.1))
        : -0.075 * gauss(d - pip, 0.13) - 0.055 * gauss(d - dip, 0.12) - 0.05 * gauss(d - 0.48 * bones[0], 0.14),
  }
}

export function createThumb(): Digit {
  const { base, bones, nailFacing } = THUMB
  const joints: Vec3 = [0, bones[0], bones[0] + bones[1]]
  const [, mcp, ip] = joints
  const length = ip + bones[2]
  const capLength = 0.85
  const axis = bentAxis(base, thumbDirection(joints), length)
  return {
    name: 'Thumb',
    length,
    capLength,
    joints,
    boneLengths: bones,
    girth: 1,
    frameAt: (distance) => {
      const { origin, along } = axis(distance)
      const up = normalize(reject(nailFacing, along))
      return { origin, along, up, across: normalize(cross(along, up)) }
    },
    girthAt: girthFunction(thumbStations(bones), 1, length, capLength),
    creaseAt: (d, side) =>
      side === 'dorsal'
        ? -0.025 * (gauss(d - ip - 0.12, 0.1) + gauss(d - ip + 0.14, 0.1))
        : -0.07 * gauss(d - ip, 0.13) - 0.05 * gauss(d - mcp - 0.2, 0.15),
  }
}

function girthFunction(stations: readonly Station[], girth: number, length: number, capLength: number) {
  return (distance: number): Girth => {
    const cap = distance > length - capLength ? dome((distance - length + capLength) / capLength) : 1
    const k = girth * cap
    return {
      halfWidth: k * stationValue(stations, distance, 1),
      dorsal: k * stationValue(stations, distance, 2),
      palmar: k * stationValue(stations, distance, 3),
    }
  }
}

/** The bones' directions, blended over the joints, so that the axis bends rather than breaks. */
function thumbDirection([, mcp, ip]: Vec3): (distance: number) => Vec3 {
  const [first, second, third] = THUMB.directions.map(normalize) as [Vec3, Vec3, Vec3]
  return (d) => {
    const blended = mix3(first, second, smoothstep(mcp - 0.9, mcp + 0.9, d))
    return normalize(mix3(blended, third, smoothstep(ip - 0.6, ip + 0.6, d)))
  }
}

/** A path that starts at `base` and follows a field of directions; it passes within a millimetre of the bones' ends. */
function bentAxis(base: Vec3, directionAt: (distance: number) => Vec3, length: number) {
  const steps = 200
  const path: Vec3[] = [base]
  for (let i = 0; i < steps; i++) {
    path.push(addScaled(path[i]!, directionAt(((i + 0.5) / steps) * length), length / steps))
  }
  return (distance: number): { origin: Vec3; along: Vec3 } => {
    const along = directionAt(distance)
    if (distance < 0) return { origin: addScaled(base, along, distance), along }
    const at = clamp(distance / length) * steps
    const i = Math.min(steps - 1, Math.floor(at))
    return { origin: mix3(path[i]!, path[i + 1]!, at - i), along }
  }
}
