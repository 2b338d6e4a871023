import type { Floats } from './floats.ts'
import { exp } from './ops.ts'

/**
 * Moves a value toward a target as a critically damped spring does: as fast as it can without overshoot from rest.
 *
 * The step is the exact solution of the equation of motion, so one step of a second lands where sixty of a sixtieth do,
 * and no step is too long. The target is held during the step.
 *
 * @param state    Value, then velocity per second, from an offset. Written in place.
 * @param o        First float of the state.
 * @param target   Where the value comes to rest.
 * @param rate     Radians per second, > 0. From rest, half the way takes 1.68 / rate seconds, 99 % takes 6.64 / rate.
 * @param seconds  Length of the step, ≥ 0.
 */
export function stepSpring(state: Floats, o: number, target: number, rate: number, seconds: number): void {
  const distance = state[o]! - target
  const drive = state[o + 1]! + rate * distance
  const decay = exp(-rate * seconds)
  state[o] = target + (distance + drive * seconds) * decay
  state[o + 1] = (state[o + 1]! - rate * drive * seconds) * decay
}
