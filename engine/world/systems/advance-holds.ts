import { distanceVec3 } from '../../core/math/vec3.ts'
import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import { POSE_STRIDE } from '../components.ts'
import { type HoldCue, NEVER, type Reach } from '../cues.ts'
import { BREAKING_OFF } from '../hold-clock.ts'
import { placeHeld } from '../hold-pose.ts'
import { breakOff, holdInHand, lookAway, replace, tellHandled } from '../holds.ts'
import { toActorSpace } from '../placement.ts'
import { bear, findProp, PROP_STRIDE } from '../props.ts'
import type { World } from '../world.ts'

/** A hand that is farther than this from its grip takes nothing: somebody walked off, or was put elsewhere. Metres. */
const IN_REACH = 0.02

const placed = createPlacedBones()
const held = new Float32Array(PROP_STRIDE)
const wanted = new Float32Array(3)

/** Lets props change hands at their tick, eyes go back, and hands end that are done. Runs on the last tick's pose. */
export function advanceHolds(world: World): void {
  const { Timeline } = world.components
  // Who gives lets go of what the other has taken at the same tick, whoever of both comes first on the list.
  for (const e of world.lists.actors)
    for (const cue of Timeline.holds[e]!) if (cue.reach.kind === 'receive') advanceHold(world, e, cue)
  for (const e of world.lists.actors)
    for (const cue of Timeline.holds[e]!) if (cue.reach.kind !== 'receive') advanceHold(world, e, cue)
}

function advanceHold(world: World, e: number, cue: HoldCue): void {
  const { tick } = world
  const { reach, next } = cue
  if (next !== undefined && isOver(reach, tick)) {
    const { next: _, ...rest } = cue
    replace(world, e, { ...rest, reach: next })
    return
  }
  const goesOn = reach.released === NEVER
  if (goesOn && reach.swap === tick && !swap(world, e, cue)) {
    breakOff(world, e, cue)
    return
  }
  if (goesOn && reach.back === tick) lookAway(world, e, reach)
  if (goesOn && reach.home === tick) tellHandled(world, e, cue, reach, true)
  if (cue.end <= tick) {
    const { Timeline } = world.components
    Timeline.holds[e] = Timeline.holds[e]!.filter((one) => one !== cue)
  }
}

const isOver = ({ home, released }: Reach, tick: number): boolean =>
  tick >= home || (released !== NEVER && tick >= released + BREAKING_OFF)

/** Lets a prop go over to its other bearer. False where hand and prop do not meet. */
function swap(world: World, e: number, cue: HoldCue): boolean {
  const { Actor } = world.components
  const { kind, standing, place, other } = cue.reach
  const row = findProp(world.props, cue.prop)
  const bearer = world.props.bearers[row]!
  const since = world.tick
  switch (kind) {
    case 'show':
      return true
    case 'put':
      if (!isThere(world, e, cue)) return false
      bear(world.props, row, { since, place, standing })
      return true
    case 'give':
      return bearer.hand?.actor === other
    case 'take':
    case 'receive': {
      const giver = kind === 'take' ? undefined : world.lists.byId.get(other)
      const isHeldOut =
        kind === 'take'
          ? bearer.hand === undefined
          : giver !== undefined && isThere(world, giver, holdInHand(world, giver, row))
      if (!isHeldOut || !isThere(world, e, cue)) return false
      bear(world.props, row, { ...bearer, since, hand: { actor: Actor.id[e]!, side: cue.side } })
      return true
    }
  }
}

/** Whether a hand was where its reach has the prop, a tick ago. */
function isThere(world: World, e: number, cue: HoldCue | undefined): boolean {
  if (cue === undefined || cue.reach.released !== NEVER) return false
  const { Actor, Pose } = world.components
  const { rest, reach } = world.catalogue.rigs.get(Actor.avatar[e]!)!
  const {
    side,
    grip,
    swivel,
    prop,
    reach: { standing },
  } = cue
  placeBones(placed, rest, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
  const { kind } = world.props.all[findProp(world.props, prop)]!
  placeHeld(held, 0, { grip: kind.grips[side][grip]!, swivel, arm: reach.arms[side], placed })
  toActorSpace(wanted, world, e, standing.x, standing.y, standing.z)
  return distanceVec3(held, 0, wanted, 0) <= IN_REACH
}
