import type { Actor, Stage } from '../../engine/api/host.ts'

/** Milliseconds of thinking after which the face shows it, and how often that is renewed as long as nothing is said. */
const FACE_AFTER = 1300
const FACE_EVERY = 1500
const FACE = { name: 'thinking', intensity: 0.5, seconds: 1.8 } as const
/** Milliseconds after which a hand goes to the chin, and again. */
const HAND_AFTER = 3000
const HAND_EVERY = 9000

/**
 * Shows that an actor thinks, the longer the more: eyes and head at once (`act`), then brows, then a hand, by gestures of
 * its own or else those that mean it before all else.
 *
 * @returns  A function that begins, and returns another which ends it: what has begun goes in its own time.
 */
export function createPondering({ world }: Pick<Stage, 'world'>, actor: Actor): () => () => void {
  const { gestures, expressions } = world.catalogue
  const usual = [...gestures].filter(([, { means }]) => means[0] === 'think').map(([name]) => name)
  let count = 0
  return () => {
    const timers: NodeJS.Timeout[] = []
    const e = world.lists.byId.get(actor.id)
    const own = e === undefined ? [] : world.components.Manner.own[e]!.ponders.filter((name) => gestures.has(name))
    const hands = own.length > 0 ? own : usual
    const frown = () => actor.express(FACE.name, { intensity: FACE.intensity, seconds: FACE.seconds })
    const touch = () => actor.gesture(hands[count++ % hands.length]!)
    const repeat = (after: number, every: number, show: () => void) =>
      timers.push(
        setTimeout(() => {
          show()
          timers.push(setInterval(show, every))
        }, after),
      )
    if (expressions.has(FACE.name)) repeat(FACE_AFTER, FACE_EVERY, frown)
    if (hands.length > 0) repeat(HAND_AFTER, HAND_EVERY, touch)
    return () => timers.forEach(clearTimeout)
  }
}
