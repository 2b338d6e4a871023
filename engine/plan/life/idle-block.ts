import { hypot2 } from '../../core/math/ops.ts'
import type { ActingState } from '../acting.ts'
import type { LifeSignals } from '../signals.ts'
import { ATTRACTING_SHIFT, blinkKeyframes, blinkTimes, blinkWithShifts } from './blinks.ts'
import { breathKeyframes } from './breath.ts'
import { compileFaceLife } from './face-life.ts'
import { AVERAGE_HABITS, type Habits } from './habits.ts'
import { compileHeadMotion } from './head-motion.ts'
import { type Keyframe, trackWithin } from './keyframes.ts'
import { EPOCH } from './renewals.ts'
import { type Fixation, fixationsInEpoch, saccadeDuration } from './saccades.ts'
import { compileSway } from './sway.ts'

/** Seconds of one block of idle life. */
export const BLOCK_SECONDS = 10

export type IdleBlockOptions = {
  readonly seed: number
  readonly actor: string
  readonly state: ActingState
  /** Default: an average person's. */
  readonly habits?: Habits
  /** Which block, an integer; block n covers the seconds from 10 n to 10 n + 10. */
  readonly block: number
}

/**
 * Compiles ten seconds of being alive: breath, sway, blinks, gaze and small motion of head and face.
 *
 * Depends on nothing but its arguments; a block meets the next one of the same state and habits without a jump. Breath,
 * sway and weight are the same in all states, and go by the pace of the habits.
 *
 * @returns  Tracks on the block's own seconds, 0 to {@link BLOCK_SECONDS}; a keyframe or two may lie outside.
 */
export function compileIdleBlock(options: IdleBlockOptions): LifeSignals {
  const { seed, actor, state, block, habits = AVERAGE_HABITS[state] } = options
  const gazer = { seed, actor, state, habits }
  const start = block * BLOCK_SECONDS
  const end = start + BLOCK_SECONDS
  const epoch = Math.floor(start / EPOCH)
  const origin = epoch * EPOCH
  const resting = fixationsInEpoch(gazer, epoch)
  const fixations = resting.map((fixation): Fixation => ({ ...fixation, at: origin + fixation.at }))
  const breath = breathKeyframes(seed, actor, epoch, habits.pace).map(([at, value]): Keyframe => [origin + at, value])
  const blinks = blinkWithShifts(blinkTimes(gazer, epoch), largeShifts(resting)).flatMap((at, index) =>
    blinkKeyframes(origin + at, seed, `blink/${actor}/${state}/${epoch}/shape`, index),
  )
  return {
    breath: trackWithin(breath, start, end, 'smooth'),
    blink: trackWithin([[origin, 0], ...blinks, [origin + EPOCH, 0]], start, end, 'linear'),
    ...compileSway(seed, actor, [start, end], habits.pace),
    ...compileHeadMotion(seed, actor, state, fixations, start, end),
    ...gazeTracks(fixations, start, end),
    ...compileFaceLife(seed, actor, state, start, end),
  }
}

function gazeTracks(
  fixations: readonly Fixation[],
  start: number,
  end: number,
): Pick<LifeSignals, 'gazeYaw' | 'gazePitch' | 'gazeAway'> {
  return {
    gazeYaw: trackWithin(saccadeKeyframes(fixations, 'yaw'), start, end, 'smooth'),
    gazePitch: trackWithin(saccadeKeyframes(fixations, 'pitch'), start, end, 'smooth'),
    gazeAway: trackWithin(
      fixations.map(({ at, isAway }): Keyframe => [at, isAway ? 1 : 0]),
      start,
      end,
      'step',
    ),
  }
}

/** Seconds at which the eyes jump far enough to take a blink along. */
const largeShifts = (fixations: readonly Fixation[]): number[] =>
  fixations.filter((to, i) => i > 0 && shiftAngle(fixations[i - 1]!, to) >= ATTRACTING_SHIFT).map(({ at }) => at)

const shiftAngle = (from: Fixation, to: Fixation): number => hypot2(to.yaw - from.yaw, to.pitch - from.pitch)

/** Rest, jump, rest: the eyes hold still between saccades. */
function saccadeKeyframes(fixations: readonly Fixation[], axis: 'yaw' | 'pitch'): Keyframe[] {
  const keyframes: Keyframe[] = [[fixations[0]!.at, fixations[0]![axis]]]
  for (let i = 1; i < fixations.length; i++) {
    const from = fixations[i - 1]!
    const to = fixations[i]!
    const duration = saccadeDuration(shiftAngle(from, to))
    keyframes.push([to.at, from[axis]], [to.at + duration, to[axis]])
  }
  return keyframes
}
