import { createTrack, type Track } from '../../tracks/track.ts'
import type { LookAct } from '../acts.ts'
import type { Plan } from '../plan.ts'

/** Where the eyes go with the words of a part: `weight` of the way from wherever they would be. */
export type LineLook = {
  readonly weight: Track
  /** Radians from whom one looks at, as `gazeYaw` and `gazePitch`. */
  readonly yaw: Track
  readonly pitch: Track
  /** 1 where that is away from the other. */
  readonly away: Track
}

/** Yaw to the actor's left and pitch down, radians: ten to seventeen degrees, as far as talkers glance. Source: Lee, Badler & Badler (2002). */
const DIRECTIONS: Readonly<Record<Exclude<LookAct['at'], 'screen'>, readonly [yaw: number, pitch: number]>> = {
  listener: [0, 0],
  up: [0.1, -0.2],
  down: [-0.06, 0.22],
  left: [0.28, -0.05],
  right: [-0.28, -0.05],
}

/** Eyes are there as the word begins: a shift takes so long. Seconds; 25 ms + 2.4 ms a degree. */
const SHIFT = 0.06

/** Compiles looks away and back of a part; a look at the screen is no matter of the eyes alone. One that comes too soon after another is left out. */
export function compileLook({ acts = [], words }: Plan): LineLook {
  const weight: [number, number][] = []
  const yaw: [number, number][] = []
  const pitch: [number, number][] = []
  const away: [number, number][] = []
  let free = Number.NEGATIVE_INFINITY
  for (const act of acts) {
    const word = act.type === 'look' ? words[act.word] : undefined
    if (act.type !== 'look' || act.at === 'screen' || word === undefined) continue
    const start = Math.max(SHIFT, word.start)
    const end = words[act.until ?? act.word]?.end ?? word.end
    if (start - SHIFT <= free || end <= start) continue
    const [aside, below] = DIRECTIONS[act.at]
    const [from, to] = [start - SHIFT, end + SHIFT]
    weight.push([from, 0], [start, 1], [end, 1], [to, 0])
    yaw.push([from, aside], [to, aside])
    pitch.push([from, below], [to, below])
    away.push([from, act.at === 'listener' ? 0 : 1], [to, act.at === 'listener' ? 0 : 1])
    free = to
  }
  return { weight: trackOf(weight), yaw: trackOf(yaw), pitch: trackOf(pitch), away: trackOf(away) }
}

const trackOf = (keyframes: readonly (readonly [number, number])[]): Track =>
  createTrack(keyframes.length === 0 ? [[0, 0]] : keyframes, 'linear')
