import { clamp, hypot2, lerp, smoothstep } from '../kit/scalar.ts'
import { capsule, carve, ellipsoid, put, type Sdf, type Stroke, sculpt, smoothMin } from '../kit/sdf.ts'
import { add, addScaled, dot, mix3, subtract, type Vec3 } from '../kit/vec3.ts'
import { type Digit, type Girth, sectionDistance } from './digit.ts'
import { FINGERS, METACARPAL_BASES, WRIST } from './proportions.ts'

/** The distance fields of a hand, in its own frame. */
export type HandField = {
  /** Palm, wrist and forearm without any digit. */
  readonly palm: Sdf
  /** The whole hand. */
  readonly hand: Sdf
}

/** Sculpts a hand: bones, pads and webs, then the digits grown out of it. */
export function createHandField(fingers: readonly Digit[], thumb: Digit): HandField {
  const palm = sculpt(forearm, [
    put(0.8, ellipsoid([-1.0, 0.95, -1.75], [0.75, 0.55, 0.6])), // the ulna's knob at the wrist
    put(1.4, metacarpals(fingers)),
    put(1.2, ellipsoid([2.1, -0.1, -0.1], [2.9, 1.12, 1.9])), // the small bones of the wrist: a ramp to the back
    put(1.5, thenar(thumb)),
    put(1.3, ellipsoid([2.6, -0.75, -1.85], [2.6, 0.95, 1.1])), // heel of the hand
    put(1.0, ellipsoid([5.6, -0.55, -2.3], [2.2, 0.8, 0.8])), // edge below the little finger
    carve(1.5, ellipsoid([5.0, -2.35, 0.05], [2.4, 0.95, 1.35])), // hollow
    ...fingers.map((finger) => put(0.5, padBelow(finger))),
    ...thumbWeb(thumb).map((fold) => put(0.9, fold)),
    ...fingers.map((finger) => put(0.55, knuckleOf(finger))),
    ...fingers.map((finger, i) => put(0.55, tendonTo(finger, METACARPAL_BASES[i]!))),
  ])
  const reach = fingersAndWebs(fingers)
  const thumbField = thumbDistance(thumb)
  const hand: Sdf = (x, y, z) => {
    const withFingers = smoothMin(palm(x, y, z), reach(x, y, z), 0.55)
    return smoothMin(withFingers, thumbField(x, y, z), 0.75)
  }
  return { palm, hand }
}

/** An elliptic tube that swells a little towards the elbow, flattens and sinks towards the hand, and ends in the palm. */
const forearm: Sdf = (x, y, z) => {
  const up = clamp(-x / 10)
  const down = smoothstep(-3.5, 1.2, x)
  const halfWidth = WRIST.halfWidth * lerp(1, 1.12, up * up)
  const halfHeight = WRIST.halfHeight * lerp(1, 1.22, up * up) * lerp(1, 0.8, down)
  const d = sectionDistance({ halfWidth, dorsal: halfHeight, palmar: halfHeight }, z, y + 0.22 * down)
  const beyond = Math.max(0, x - 1.2)
  return beyond > 0 ? hypot2(Math.max(0, d), beyond) + Math.min(d, 0) * 0.3 : d
}

const knuckle = (i: number): Vec3 => FINGERS[i]!.knuckle

function metacarpals(fingers: readonly Digit[]): Sdf {
  const [first, ...rest] = fingers.map((finger, i) =>
    capsule([0.6, -0.22, METACARPAL_BASES[i]!], add(knuckle(i), [0.15, -0.14, 0]), 1.02, 0.8 * finger.girth + 0.04),
  )
  return sculpt(
    first!,
    rest.map((bone) => put(1.0, bone)),
  )
}

/** The ball of the thumb. */
function thenar(thumb: Digit): Sdf {
  const mcp = thumb.frameAt(thumb.joints[1])
  const muscle = capsule([1.2, -0.75, 1.35], addScaled(mcp.origin, mcp.along, -0.9), 1.25, 0.8)
  return sculpt(muscle, [put(1.0, ellipsoid([3.7, -1.25, 2.05], [2.3, 1.05, 1.35]))])
}

function padBelow(finger: Digit): Sdf {
  const { origin } = finger.frameAt(0.55)
  return ellipsoid(add(origin, [0, -0.62, 0]), [0.85, 0.42, 0.72 * finger.girth])
}

const knuckleOf = (finger: Digit): Sdf =>
  ellipsoid(add(finger.frameAt(0).origin, [-0.05, 0.42 * finger.girth, 0]), [0.52, 0.4, 0.46])

const tendonTo = (finger: Digit, base: number): Sdf =>
  capsule([2.6, 0.72, base * 0.85], add(finger.frameAt(0).origin, [-0.4, 0.62 * finger.girth, 0]), 0.04, 0.15)

/** Three folds span the web between thumb and index; fewer leave a dark pit. */
function thumbWeb(thumb: Digit): Sdf[] {
  const base = thumb.frameAt(0).origin
  const mcp = thumb.frameAt(thumb.joints[1]).origin
  return [0, 0.5, 1].map((t) =>
    capsule(mix3(base, mcp, lerp(0.5, 0.8, t)), mix3([4.4, -0.3, 2.1], [6.0, -0.4, 2.3], t), 0.42, 0.55),
  )
}

function fingersAndWebs(fingers: readonly Digit[]): Sdf {
  const webs: Stroke[] = fingers
    .slice(1)
    .map((finger, i) =>
      put(0.55, ellipsoid(add(webCentre(fingers[i]!, finger, 0.75), [0, -0.28, 0]), [0.95, 0.42, 0.55])),
    )
  const [first, ...rest] = fingers.map(fingerDistance)
  return sculpt(first!, [...rest.map((finger) => put(0.28, finger)), ...webs])
}

/** Half-way between two fingers' axes. */
export const webCentre = (a: Digit, b: Digit, distance: number): Vec3 =>
  mix3(a.frameAt(distance).origin, b.frameAt(distance).origin, 0.5)

/** A straight finger: measured in its section, and from the ends of its axis beyond them. */
function fingerDistance(finger: Digit): Sdf {
  const { origin, along, across, up } = finger.frameAt(0)
  const start = -1.5
  const end = finger.length - finger.capLength
  return (x, y, z) => {
    const p = subtract([x, y, z], origin)
    const s = dot(p, along)
    return cappedDistance(
      finger.girthAt(clamp(s, start, end)),
      dot(p, across),
      dot(p, up),
      Math.max(0, s - end, start - s),
    )
  }
}

/** The thumb bends, so the nearest of a row of places on its axis stands for the axis. */
function thumbDistance(thumb: Digit): Sdf {
  const start = 0.25 * thumb.joints[1]
  const end = thumb.length - thumb.capLength
  const places = Array.from({ length: 27 }, (_, i) => {
    const distance = lerp(start, thumb.length, i / 26)
    return { distance, ...thumb.frameAt(distance) }
  })
  return (x, y, z) => {
    const p: Vec3 = [x, y, z]
    let nearest = places[0]!
    let best = Number.POSITIVE_INFINITY
    for (const place of places) {
      const q = subtract(p, place.origin)
      const d = dot(q, q)
      if (d < best) {
        best = d
        nearest = place
      }
    }
    const s = nearest.distance + dot(subtract(p, nearest.origin), nearest.along)
    const within = clamp(s, start, end)
    const { origin, along, across, up } = thumb.frameAt(within)
    const q = subtract(p, origin)
    const beyond = s > end || s < start ? Math.abs(dot(q, along)) : 0
    return cappedDistance(thumb.girthAt(within), dot(q, across), dot(q, up), beyond)
  }
}

function cappedDistance(girth: Girth, across: number, up: number, beyond: number): number {
  if (beyond === 0) return sectionDistance(girth, across, up)
  const height = up > 0 ? girth.dorsal : girth.palmar
  return hypot2(hypot2(across, up), beyond) - Math.min(girth.halfWidth, height)
}
