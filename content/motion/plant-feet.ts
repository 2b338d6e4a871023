import { smoothstep } from '../../engine/core/math/scalar.ts'
import { distanceVec3, lerpVec3 } from '../../engine/core/math/vec3.ts'
import type { BodyMotion } from '../../engine/tracks/body-motion.ts'

/**
 * A foot stands while its ankle moves slower than this, hips' heights a second (some 12 cm), and lies lower than this above
 * the lowest it comes to; for at least so long. A heel that rolls off moves faster.
 */
const SLOW = 0.15
const LOW = 0.08
const LEAST_SECONDS = 0.1
/** Time in which a foot goes over from where the capture has it to where it is planted. */
const EASE_SECONDS = 0.1

/** Frames from and to which a foot stands, both included. */
export type Contact = readonly [number, number]

export type Contacts = { readonly left: readonly Contact[]; readonly right: readonly Contact[] }

/** Finds when each foot stands. */
export function findContacts({ feet, fps }: BodyMotion): Contacts {
  if (feet === undefined) return { left: [], right: [] }
  return { left: contactsOf(feet.left, fps), right: contactsOf(feet.right, fps) }
}

/** Holds each foot still while it stands, and eases it in and out of there. */
export function plantFeet(motion: BodyMotion): BodyMotion {
  const { feet, fps } = motion
  if (feet === undefined) return motion
  const { left, right } = findContacts(motion)
  return { ...motion, feet: { left: plant(feet.left, left, fps), right: plant(feet.right, right, fps) } }
}

/** The farthest any foot goes from where it came to stand, while it stands: shares of the hips' height. */
export function footSlide({ feet }: BodyMotion, { left, right }: Contacts): number {
  if (feet === undefined) return 0
  const slide = (places: Float32Array, contacts: readonly Contact[]) =>
    contacts.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => distanceVec3(places, (from + i) * 3, places, from * 3)),
    )
  return Math.max(0, ...slide(feet.left, left), ...slide(feet.right, right))
}

function contactsOf(places: Float32Array, fps: number): Contact[] {
  const frames = places.length / 3
  const lowest = Math.min(...Array.from({ length: frames }, (_, i) => places[i * 3 + 1]!))
  const stands = (i: number) => {
    const [a, b] = [Math.max(0, i - 1), Math.min(frames - 1, i + 1)]
    if (a === b || places[i * 3 + 1]! - lowest > LOW) return false
    return (distanceVec3(places, a * 3, places, b * 3) * fps) / (b - a) < SLOW
  }
  const contacts: Contact[] = []
  for (let i = 0; i < frames; i++) {
    if (!stands(i)) continue
    const from = i
    while (i + 1 < frames && stands(i + 1)) i++
    if ((i - from) / fps >= LEAST_SECONDS) contacts.push([from, i])
  }
  return contacts
}

/** Puts each stretch of standing at its middle, which no end of it is far from. */
function plant(places: Float32Array, contacts: readonly Contact[], fps: number): Float32Array {
  const out = places.slice()
  const ease = Math.max(1, Math.round(EASE_SECONDS * fps))
  const frames = places.length / 3
  for (const [k, [from, to]] of contacts.entries()) {
    const spot = middleOf(places, from, to)
    const [before, after] = [contacts[k - 1]?.[1] ?? -1, contacts[k + 1]?.[0] ?? frames]
    const [easeIn, easeOut] = [Math.min(ease, from - before - 1), Math.min(ease, after - to - 1)]
    for (let i = from - easeIn; i <= to + easeOut; i++) {
      const near = i < from ? smoothstep(-easeIn - 1, 0, i - from) : i > to ? smoothstep(-easeOut - 1, 0, to - i) : 1
      lerpVec3(out, i * 3, out, i * 3, spot, 0, near)
    }
  }
  return out
}

function middleOf(places: Float32Array, from: number, to: number): Float32Array {
  const spot = new Float32Array(3)
  for (let i = from; i <= to; i++) for (let k = 0; k < 3; k++) spot[k] = spot[k]! + places[i * 3 + k]! / (to - from + 1)
  return spot
}
