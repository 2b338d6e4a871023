import { TICK_RATE } from '../../core/clock.ts'
import { changeAt, STANCE_PACE } from '../../plan/life/changes.ts'
import { STANCE_NAMES, type StanceName } from '../../plan/steps/stances.ts'
import { bodyShare, overAt, type Step } from '../../plan/steps/step.ts'
import { writePlace } from '../footing.ts'
import { lookBack } from '../gaze.ts'
import { mannerOf, stillnessOf } from '../manner.ts'
import { endWalk, facingOf, takeStance } from '../walk.ts'
import type { World } from '../world.ts'

/** After a stance was asked for, chance leaves the feet alone for this long, ticks. */
const ASKED_HOLDS = 40 * TICK_RATE

/** Takes actors along with their steps, and lets those who only stand change their feet now and then. */
export function takeSteps(world: World): void {
  const { Timeline, Footing, Transform } = world.components
  for (const e of world.lists.actors) {
    if (Timeline.steps[e]!.length > 0) {
      dropTaken(world, e)
      carry(world, e)
    } else changeStance(world, e)
    const walk = Footing.walk[e]
    if (walk !== undefined && walk.seen <= world.tick) lookBack(world, e)
    if (walk !== undefined && walk.end <= world.tick) endWalk(world, e, true)
    Transform.facing[e] = facingOf(Footing.walk[e], Transform.yaw[e]!, world.tick)
  }
}

/** Steps that are over become where the next ones set out from. */
function dropTaken({ components, tick }: World, e: number): void {
  const { Footing, Timeline } = components
  const steps = Timeline.steps[e]!
  if (overAt(steps[0]!) > tick) return
  let taken = 0
  for (; taken < steps.length && overAt(steps[taken]!) <= tick; taken++) fold(Footing, e, steps[taken]!)
  Timeline.steps[e] = steps.slice(taken)
}

function fold({ base, prints }: World['components']['Footing'], e: number, { foot, move, to }: Step): void {
  base[e * 3] = base[e * 3]! + move.x
  base[e * 3 + 1] = base[e * 3 + 1]! + move.z
  base[e * 3 + 2] = base[e * 3 + 2]! + move.yaw
  writePlace(prints, e * 6 + foot * 3, to)
}

/** The actor is where the shares of its steps have brought it. */
function carry({ components, tick }: World, e: number): void {
  const { Footing, Timeline, Transform } = components
  let [x, z, yaw] = [Footing.base[e * 3]!, Footing.base[e * 3 + 1]!, Footing.base[e * 3 + 2]!]
  for (const step of Timeline.steps[e]!) {
    const share = bodyShare(step, tick)
    x += step.move.x * share
    z += step.move.z * share
    yaw += step.move.yaw * share
  }
  Transform.x[e] = x
  Transform.z[e] = z
  Transform.yaw[e] = yaw
}

/** Looks once a second whether chance has someone stand differently; who keeps still does so more seldom. */
function changeStance(world: World, e: number): void {
  const { Actor, Footing } = world.components
  if (world.tick % TICK_RATE !== 0 || world.tick - Footing.asked[e]! < ASKED_HOLDS) return
  const { stances } = mannerOf(world, e)
  const chances = Object.fromEntries(STANCE_NAMES.map((name) => [name, stances[name] ?? 0]))
  const change = changeAt(world.seed, `stance/${Actor.id[e]}`, world.tick / TICK_RATE, STANCE_PACE, chances)
  if (change === undefined || change.resolve < stillnessOf(world, e)) return
  if (change.to !== STANCE_NAMES[Footing.stance[e]!]) takeStance(world, e, change.to as StanceName)
}
