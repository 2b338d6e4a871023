import { TICK_RATE } from '../../core/clock.ts'

/**
 * Walking at a comfortable pace: speed in m/s and steps a second of a body whose legs are LEG long.
 *
 * @source  R. Bohannon, "Comfortable and maximum walking speed of adults aged 20–79 years" (1997): 1.27 to 1.46 m/s in a
 *          corridor; people in rooms walk slower.
 */
export const SPEED = 1.2
export const CADENCE = 1.9
export const LEG = 0.9

/** Share of a step in which both feet are down: walking, and stepping on the spot. */
const BOTH_DOWN = 0.2
const BOTH_DOWN_ON_THE_SPOT = 0.32
/** Share of a walking step, before and after the time in the air, in which the body goes along. */
const ALONG = 0.4
/** The same on the spot, where weight goes over slowly. */
const ALONG_ON_THE_SPOT = 0.6
/** And how much earlier than the foot: as it lands, the hips are half-way to it. */
const AHEAD = 0.1
/**
 * Steps on the spot, each, seconds at pace 1: four of them turn right round in 1.9 s.
 *
 * @source  M. Robins, M. Hollands et al., "The effect of different turn speeds on whole-body coordination in younger and
 *          older healthy adults", Sensors 21 (2021): half a turn on the spot in 1.5 s fast, 2 s moderate, 3 s slow.
 */
const ON_THE_SPOT = 0.38
/** Weight leaves the foot before the first step of all, ticks. */
export const ANTICIPATION = 17
/** A single step of somebody who stands, ticks: in the air, and weight going and coming. */
const SHUFFLE_AIR = 22
const SHUFFLE_SHIFT = 24

/** How long a step takes: between the feet, in the air, and the body's time before and after that. Ticks. */
export type StepTiming = {
  readonly wait: number
  readonly air: number
  readonly before: number
  readonly after: number
}

/** Length of a step, metres, at a pace of 0.5 … 1.5. Speed and cadence go with the root of the leg: Froude's law. */
export const stepLength = (leg: number, pace: number): number => (SPEED / CADENCE) * Math.sqrt(pace) * (leg / LEG)

export function walkTiming(leg: number, pace: number): StepTiming {
  const ticks = TICK_RATE / (CADENCE * Math.sqrt(pace) * Math.sqrt(LEG / leg))
  return timing(ticks, BOTH_DOWN, [ALONG + AHEAD, ALONG - AHEAD])
}

export function onTheSpotTiming(leg: number, pace: number): StepTiming {
  const ticks = TICK_RATE * ON_THE_SPOT * Math.sqrt(leg / LEG / pace)
  return timing(ticks, BOTH_DOWN_ON_THE_SPOT, [ALONG_ON_THE_SPOT, ALONG_ON_THE_SPOT])
}

export const SHUFFLE: StepTiming = {
  wait: SHUFFLE_SHIFT,
  air: SHUFFLE_AIR,
  before: SHUFFLE_SHIFT,
  after: SHUFFLE_SHIFT,
}

const timing = (ticks: number, bothDown: number, [before, after]: readonly [number, number]): StepTiming => ({
  wait: Math.round(ticks * bothDown),
  air: Math.round(ticks * (1 - bothDown)),
  before: Math.round(ticks * before),
  after: Math.round(ticks * after),
})
