import { random } from '../core/random.ts'
import { meansIn } from '../plan/culture.ts'
import type { Gesture } from '../tracks/gesture.ts'
import { startExpression } from './expressions.ts'
import { startGesture } from './gestures.ts'
import { cultureOf, mannerOf } from './manner.ts'
import type { World } from './world.ts'

/** Share of acknowledgements that are a nod; the others are brows. Both come together as often as this. */
const NODS = 0.65
const BOTH = 0.2
/** Strength of a nod and of the brows: the first number and up to the second more. */
const NOD = [0.3, 0.35] as const
const BROWS = [0.35, 0.25] as const
/** The face that follows what is told, and how long it shows, seconds. */
const FACE = 'interested'
const FACE_SECONDS = 0.8

/** What a movement of the head says that acknowledges. */
const FOLLOWS = ['listen', 'yes']

/** Shows that an actor follows what somebody tells it: a small movement of the head, brows, or both; each a little different. */
export function acknowledge(world: World, e: number): void {
  const stream = `acknowledge/${world.components.Actor.id[e]}`
  const draw = (index: number) => random(world.seed, stream, 4 * world.tick + index)
  const nods = draw(0) < NODS * cultureOf(world, e).nods * mannerOf(world, e).nods
  if (nods) nod(world, e, draw(1), draw(2))
  if ((!nods || draw(3) < BOTH) && world.catalogue.expressions.has(FACE))
    startExpression(world, e, {
      parts: [{ name: FACE, intensity: BROWS[0] + BROWS[1] * draw(2) }],
      seconds: FACE_SECONDS,
    })
}

/** One of the movements of the head that say so where the actor is at home, as readily as its manner has each. */
function nod(world: World, e: number, choice: number, strength: number): void {
  const { vocabulary, head } = mannerOf(world, e)
  const culture = cultureOf(world, e)
  const weighed = [...world.catalogue.gestures.values()].flatMap((gesture) => {
    const means = meansIn(culture, gesture.name, gesture.means)
    const weight = Math.min(...[gesture.name, ...means].map((name) => vocabulary[name] ?? 1))
    return isOfHead(gesture) && weight > 0 && means.some((one) => FOLLOWS.includes(one)) ? [{ gesture, weight }] : []
  })
  const chosen = choose(weighed, choice)
  const intensity = Math.min(1, (NOD[0] + NOD[1] * strength) * head)
  if (chosen !== undefined) startGesture(world, e, chosen.gesture, { intensity, firm: false })
}

/** Laid over whatever the body does: hands stay where they are. */
const isOfHead = ({ additive, hand }: Gesture): boolean => additive && hand === 'none'

/** One of several by their weights. @param draw  [0, 1) */
function choose<T extends { readonly weight: number }>(weighed: readonly T[], draw: number): T | undefined {
  let left = draw * weighed.reduce((sum, { weight }) => sum + weight, 0)
  for (const one of weighed) {
    left -= one.weight
    if (left < 0) return one
  }
  return undefined
}
