import type { Track } from '../tracks/track.ts'

/**
 * What keeps an actor alive, each a scalar over time.
 *
 * Axes as everywhere: +X is the actor's left, +Y up, +Z where it faces. So positive pitch bows or looks down, positive
 * yaw turns to the actor's left, positive roll lowers the right side.
 *
 * - breath: 0 breathed out … 1 breathed in
 * - hipsX, hipsZ: drift of the hips, metres
 * - weightShift: −1 all weight on the right foot … 1 all on the left
 * - leanPitch, leanRoll, twist: the trunk against the hips, radians about X, Z, Y
 * - headYaw, headPitch, headRoll: added to wherever the head is aimed, radians
 * - followYaw, followPitch: how far the head goes along when the eyes look away, radians; added likewise
 * - gazeYaw, gazePitch: where the eyes look from their target, radians; 0 looks at it
 * - gazeAway: 1 while gaze is averted from the target, 0 while it rests on it; for statistics and for choosing cuts
 * - blink: 0 open … 1 closed
 * - browRaise, squint, cornerLeft, cornerRight, lipPress, lipRoll: of the face, [0, 1]
 * - swallowDip: the head bows as one swallows, radians
 */
export const LIFE_SIGNALS = [
  'breath',
  'hipsX',
  'hipsZ',
  'weightShift',
  'leanPitch',
  'leanRoll',
  'twist',
  'headYaw',
  'headPitch',
  'headRoll',
  'followYaw',
  'followPitch',
  'gazeYaw',
  'gazePitch',
  'gazeAway',
  'blink',
  'browRaise',
  'squint',
  'cornerLeft',
  'cornerRight',
  'lipPress',
  'lipRoll',
  'swallowDip',
] as const

export type LifeSignal = (typeof LIFE_SIGNALS)[number]

/** One track for each signal. */
export type LifeSignals = Readonly<Record<LifeSignal, Track>>

/** Motions of the face, and of a head that goes along with the eyes: manners that keep the body still leave them alone. */
const BY_DIAL: ReadonlySet<LifeSignal> = new Set([
  'followYaw',
  'followPitch',
  'browRaise',
  'squint',
  'cornerLeft',
  'cornerRight',
  'lipPress',
  'lipRoll',
])

/** Share of gaze left at full stillness: averted glances of ten degrees become small movements about the target. */
const STILL_GAZE = 0.12

/**
 * What is left of a signal on the stillness dial: at 0 all of everything, at 1 blinks, breath and the eyes' small
 * movements.
 *
 * @param stillness  Of the body, [0, 1].
 * @param dial       Of eyes and face, [0, 1]: manners that keep the body still say by themselves where the eyes go.
 * @returns          Factor for the signal's value, [0, 1].
 */
export function stillnessGain(signal: LifeSignal, stillness: number, dial: number): number {
  switch (signal) {
    case 'breath':
    case 'blink':
      return 1
    case 'gazeYaw':
    case 'gazePitch':
      return 1 - (1 - STILL_GAZE) * dial
    default:
      return 1 - (BY_DIAL.has(signal) ? dial : stillness)
  }
}
