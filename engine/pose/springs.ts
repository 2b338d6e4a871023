import { secondsAt } from '../core/clock.ts'
import { clamp01, lerp } from '../core/math/scalar.ts'
import { boneIndex } from '../rig/bones.ts'
import type { Rig } from '../rig/rig.ts'
import { swingingJoints } from '../rig/springs.ts'
import type { RestPose } from './forward.ts'

/** Springs of a rig as the kernel reads them: chains, their joints from root to tip, and colliders, in the rig's order. */
export type SpringRows = {
  readonly chains: number
  /** Joints that turn, of all chains. */
  readonly joints: number
  /** Chain i has the joints from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Int32Array
  /** Bone that each chain hangs from, an index of a pose. */
  readonly bones: Int32Array
  /** Root of each chain from its bone, metres, 3 a chain. */
  readonly roots: Float64Array
  /** Pull of stiffness and of gravity at every tick, metres, and share of speed kept, 3 a chain. */
  readonly pulls: Float64Array
  /** Unit vectors from each joint to its tail at rest, 3 a joint. */
  readonly axes: Float64Array
  /** From each joint to its tail, metres. */
  readonly lengths: Float64Array
  readonly colliders: number
  /** Bone that carries each collider, an index of a pose. */
  readonly carriers: Int32Array
  /** Both ends of each collider from its bone, metres, 6 a collider; a ball has both at one place. */
  readonly ends: Float64Array
  /** Which places of a joint keep off colliders, as shares of its length. */
  readonly held: Float64Array
  /** How near each of them may come to each collider's middle, metres: a row of colliders a place. */
  readonly clearances: Float64Array
}

/** The tail, and the middle too: a long link is not to cut through a shoulder. */
const HELD = [0.5, 1] as const

/** Where a joint without length points; any direction does. */
const DOWN = [0, -1, 0] as const

/**
 * Lays springs out for {@link swing}.
 *
 * A collider that a place lies in at rest counts for that place as if it ended there: hair lies on the head as it was
 * modelled, and is kept from going any deeper.
 *
 * @param rest  Of the same rig.
 */
export function compileSprings({ springs, colliders }: Pick<Rig, 'springs' | 'colliders'>, rest: RestPose): SpringRows {
  const starts = Int32Array.from([0, ...springs.map((_, chain) => swingingJoints(springs.slice(0, chain + 1)))])
  const bones = Int32Array.from(springs, ({ bone }) => boneIndex(bone))
  const segments = springs.flatMap(({ rests }) => rests.slice(1).map((tail, i) => subtract(tail, rests[i]!)))
  const lengths = Float64Array.from(segments, lengthOf)
  const carriers = Int32Array.from(colliders, ({ bone }) => boneIndex(bone))
  return {
    chains: springs.length,
    joints: segments.length,
    starts,
    bones,
    roots: Float64Array.from(springs.flatMap(({ rests }, chain) => subtract(rests[0]!, placeOf(rest, bones[chain]!)))),
    pulls: Float64Array.from(
      springs.flatMap(({ stiffness, gravity, drag }) => [stiffness * secondsAt(1), gravity * secondsAt(1), 1 - drag]),
    ),
    axes: Float64Array.from(
      segments.flatMap((segment, joint) =>
        lengths[joint] === 0 ? DOWN : segment.map((part) => part / lengths[joint]!),
      ),
    ),
    lengths,
    colliders: colliders.length,
    carriers,
    ends: Float64Array.from(
      colliders.flatMap(({ at, tail = at }, i) =>
        [at, tail].flatMap((end) => subtract(end, placeOf(rest, carriers[i]!))),
      ),
    ),
    held: Float64Array.from(HELD),
    clearances: Float64Array.from(
      springs.flatMap(({ rests, radius }) =>
        heldPlaces(rests).flatMap((place) =>
          colliders.map((collider) => Math.min(radius + collider.radius, distanceTo(collider, place))),
        ),
      ),
    ),
  }
}

const heldPlaces = (rests: readonly Place[]): Place[] =>
  rests.slice(1).flatMap((tail, i) => HELD.map((share) => between(rests[i]!, tail, share)))

/** From a place to the middle of a collider at rest. */
function distanceTo({ at, tail = at }: Rig['colliders'][number], place: Place): number {
  const along = subtract(tail, at)
  const square = dot(along, along)
  const share = square === 0 ? 0 : clamp01(dot(subtract(place, at), along) / square)
  return lengthOf(subtract(place, between(at, tail, share)))
}

type Place = readonly [number, number, number]

const placeOf = ({ positions }: RestPose, bone: number): Place => [
  positions[bone * 3]!,
  positions[bone * 3 + 1]!,
  positions[bone * 3 + 2]!,
]
const between = (a: Place, b: Place, share: number): Place => [
  lerp(a[0], b[0], share),
  lerp(a[1], b[1], share),
  lerp(a[2], b[2], share),
]
const subtract = (a: Place, b: Place): [number, number, number] => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const dot = (a: Place, b: Place): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const lengthOf = (a: Place): number => Math.sqrt(dot(a, a))
