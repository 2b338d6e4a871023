import type { Actor, Stage } from '../../engine/api/host.ts'

/** A face that thinking wears: how strongly, and for how long. */
type Face = { readonly face: string; readonly intensity: number; readonly seconds: number }
/** Something that shows that an actor thinks, so many milliseconds into its round. */
type Sign = { readonly at: number } & (Face | { readonly hand: true })

/** Milliseconds of thinking before any of it shows: a quick answer needs none. */
const QUICK = 1300
/**
 * What shows from then on: a frown that comes and goes, a hand, a face turned back to whom it keeps waiting, a harder frown.
 * Eyes and head wander meanwhile by themselves (`act`). After a round it begins anew, with the next gesture.
 */
const ROUND: readonly Sign[] = [
  { at: 0, face: 'thinking', intensity: 0.5, seconds: 2.6 },
  { at: 1700, hand: true },
  { at: 4200, face: 'thinking', intensity: 0.3, seconds: 2 },
  { at: 7400, face: 'friendly', intensity: 0.35, seconds: 1.3 },
  { at: 9600, face: 'thinking', intensity: 0.65, seconds: 2.2 },
]
/** Milliseconds of a round; each is longer than the one before by the last, so that nobody hears the clock in it. */
const LASTS = 12_500
const LONGER = 1700

/**
 * Shows that an actor thinks, the longer the more: eyes and head at once (`act`), then brows, then a hand, by gestures of
 * its own or else those that mean it before all else, none twice in a row where there are others.
 *
 * @returns  A function that begins, and returns another which ends it: what has begun goes in its own time.
 */
export function createPondering({ world }: Pick<Stage, 'world'>, actor: Actor): () => () => void {
  const { gestures, expressions } = world.catalogue
  const usual = [...gestures]
    .filter(([, { means }]) => means[0] === 'think')
    .sort(([, one], [, other]) => Number(one.hand === 'none') - Number(other.hand === 'none'))
    .map(([name]) => name)
  let count = 0
  return () => {
    const timers = new Set<NodeJS.Timeout>()
    const e = world.lists.byId.get(actor.id)
    const own = e === undefined ? [] : world.components.Manner.own[e]!.ponders.filter((name) => gestures.has(name))
    const hands = own.length > 0 ? own : usual
    const later = (milliseconds: number, show: () => void) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        show()
      }, milliseconds)
      timers.add(timer)
    }
    const show = (sign: Sign) => {
      if ('hand' in sign) {
        if (hands.length > 0) actor.gesture(hands[count++ % hands.length]!)
      } else if (expressions.has(sign.face))
        actor.express(sign.face, { intensity: sign.intensity, seconds: sign.seconds })
    }
    const goRound = (lasts: number) => {
      for (const sign of ROUND) later(sign.at, () => show(sign))
      later(lasts, () => goRound(lasts + LONGER))
    }
    later(QUICK, () => goRound(LASTS))
    return () => timers.forEach(clearTimeout)
  }
}
