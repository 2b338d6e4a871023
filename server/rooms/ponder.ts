import type { Actor, Catalogue } from '../../engine/api/host.ts'

/** Milliseconds of thinking after which the face shows it, and how often that is renewed as long as nothing is said. */
const FACE_AFTER = 1300
const FACE_EVERY = 1500
const FACE = { name: 'thinking', intensity: 0.5, seconds: 1.8 } as const
/** Milliseconds after which a hand goes to the chin, and again. */
const HAND_AFTER = 3000
const HAND_EVERY = 9000

/**
 * Shows that an actor thinks, the longer the more: eyes and head at once (`act`), then brows, then a hand.
 *
 * @returns  A function that begins, and returns another which ends it: what has begun goes in its own time.
 */
export function createPondering({ gestures, expressions }: Catalogue, actor: Actor): () => () => void {
  const hands = [...gestures].filter(([, { means }]) => means.includes('think')).map(([name]) => name)
  return () => {
    const timers: NodeJS.Timeout[] = []
    let count = 0
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
