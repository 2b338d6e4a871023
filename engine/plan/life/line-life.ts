import { createTrack, type Track } from '../../tracks/track.ts'
import { findAccents } from '../accents.ts'
import { findPhrases } from '../phrases.ts'
import type { Plan } from '../plan.ts'
import type { LifeSignals } from '../signals.ts'
import { AVERAGE_DELIVERY, type Delivery } from './habits.ts'
import { sampledTrack } from './keyframes.ts'
import { lineBlinks } from './line-blinks.ts'
import { lineBreath } from './line-breath.ts'
import { browAccents, type HeadScore, lineBrowAt, lineHeadAt, nodAccents } from './line-head.ts'

/** Signals that a line has a say in. */
export const LINE_SIGNALS = ['breath', 'blink', 'headYaw', 'headPitch', 'headRoll', 'browRaise'] as const
export type LineSignal = (typeof LINE_SIGNALS)[number]

/** What speaking a part does to an actor's life, on the part's seconds. */
export type LineLife = {
  /** How much the part owns breath and lids: 0 before its inhale, 1 through it, 0 a while after. */
  readonly weight: Track
  readonly signals: Pick<LifeSignals, LineSignal>
}

export type LineLifeOptions = {
  readonly seed: number
  readonly actor: string
  /** Name of the part, unlike any other of the actor, such as "line-3/0". */
  readonly line: string
  readonly plan: Plan
  /** Default: an average person's. */
  readonly delivery?: Delivery
}

/** The part takes over breath and lids within this, and hands them back more slowly. Seconds. */
const TAKE_OVER = 0.2
const HAND_BACK = 0.95
/** Keyframes a second of head and brows: a nod rises in a fifth of a second. */
const HEAD_RATE = 30

/**
 * Compiles breath, blinks, nods and brows of a part from its phrases and stresses.
 *
 * Breath and blinks replace those of the idle block by `weight`; head and brows are added to it (see {@link blendLine})
 * and come back to zero by themselves.
 *
 * @returns  Tracks from the inhale, up to 0.6 s before the first sound and so often before 0, to the end of the part
 *           and a moment longer; still, with no weight, where the part says nothing.
 */
export function compileLineLife(options: LineLifeOptions): LineLife {
  const { seed, actor, line, plan, delivery = AVERAGE_DELIVERY } = options
  const phrases = findPhrases(plan)
  if (phrases.length === 0) return SILENT
  const stream = `line/${actor}/${line}`
  const breath = lineBreath(phrases, seed, `${stream}/breath`)
  const start = breath[0]![0]
  const end = phrases.at(-1)!.end + HAND_BACK
  const accents = findAccents(plan, phrases)
  const score = { phrases, isQuestion: plan.text.trimEnd().endsWith('?'), delivery, seed, stream }
  const nods: HeadScore = { ...score, accents: nodAccents(accents) }
  const brows: HeadScore = { ...score, accents: browAccents(accents) }
  const head = (signal: 'headYaw' | 'headPitch' | 'headRoll') =>
    sampledTrack(start, end, HEAD_RATE, (seconds) => lineHeadAt(signal, nods, seconds))
  return {
    weight: createTrack(
      [
        [start, 0],
        [start + TAKE_OVER, 1],
        [end - HAND_BACK, 1],
        [end, 0],
      ],
      'smooth',
    ),
    signals: {
      breath: createTrack(breath, 'smooth'),
      blink: createTrack(
        lineBlinks(phrases, { start, end, often: delivery.blinks }, seed, `${stream}/blink`),
        'linear',
      ),
      headYaw: head('headYaw'),
      headPitch: head('headPitch'),
      headRoll: head('headRoll'),
      browRaise: sampledTrack(start, end, HEAD_RATE, (seconds) => lineBrowAt(brows, seconds)),
    },
  }
}

const STILL = createTrack([[0, 0]], 'linear')
const SILENT: LineLife = {
  weight: STILL,
  signals: { breath: STILL, blink: STILL, headYaw: STILL, headPitch: STILL, headRoll: STILL, browRaise: STILL },
}

/**
 * The value of a signal while a part is spoken.
 *
 * @param idle   The idle block's value.
 * @param line   The part's value.
 * @param owned  Share of breath and lids that is the part's, [0, 1]: its weight.
 * @param added  Share of the part's head and brows that is added, [0, 1].
 */
export function blendLine(signal: LineSignal, idle: number, line: number, owned: number, added: number): number {
  switch (signal) {
    case 'breath':
    case 'blink':
      return idle + (line - idle) * owned
    case 'browRaise':
      return Math.max(idle, line * added)
    default:
      return idle + line * added
  }
}
