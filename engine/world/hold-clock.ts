import { leastJerk } from '../core/math/scalar.ts'
import type { HoldCue, Reach } from './cues.ts'
import { GESTURE_RELEASE } from './lines.ts'

/** How long an arm sinks from where it carries, ticks: as long as hands have that are interrupted. */
export const LOWERING = GESTURE_RELEASE
/** How long a hand takes over the last of its way to a prop, and the first of its way from it, ticks. */
const APPROACH = 24
const BESIDE = 14
/** How long a reach takes to come back that is broken off, ticks. */
export const BREAKING_OFF = 36

/** Whether what was to change hands has done so. */
export const hasSwapped = ({ swap, released }: Reach, tick: number): boolean => swap < tick && released > swap

/** How far an arm is up where it carries, [0, 1]. */
export const armShare = ({ start, raised, lower }: HoldCue, tick: number): number =>
  leastJerk((tick - start) / (raised - start)) * (1 - leastJerk((tick - lower) / LOWERING))

/** Whether the hand comes empty. */
const isEmpty = ({ kind }: Reach): boolean => kind === 'take' || kind === 'receive'

/** How far it is from there to where it reaches, [0, 1]: an empty hand is beside the prop before it closes in. */
export const reachShare = (reach: Reach, tick: number): number =>
  leastJerk((tick - reach.set) / (reach.there - (isEmpty(reach) ? BESIDE : 0) - reach.set)) * backShare(reach, tick)

const backShare = ({ back, home, released }: Reach, tick: number): number =>
  (1 - leastJerk((tick - back) / (home - back))) * (1 - leastJerk((tick - released) / BREAKING_OFF))

/** How far the hand is off its grip, towards where it comes from, [0, 1]. */
export function offShare(reach: Reach, tick: number): number {
  const { kind, there, swap, back, released } = reach
  if (kind === 'show') return 0
  if (isEmpty(reach)) {
    const near = leastJerk((tick - there + APPROACH) / APPROACH)
    return 1 - near * (released > swap ? 1 : 1 - leastJerk((tick - released) / APPROACH))
  }
  return released > swap ? leastJerk((tick - back) / APPROACH) : 0
}

/** How far the fingers are closed about the prop, [0, 1]. */
export function closedShare(reach: Reach, tick: number): number {
  const { kind, there, swap, back, released } = reach
  if (kind === 'show') return 1
  const isHeld = released > swap
  if (isEmpty(reach))
    return leastJerk((tick - there) / (swap - there)) * (isHeld ? 1 : 1 - leastJerk((tick - released) / APPROACH))
  return isHeld ? 1 - leastJerk((tick - swap) / (back - swap)) : 1
}

/** Whether the hand has its prop, on the way there or back: then it lifts it over what is in the way. */
export const isLaden = (reach: Reach, tick: number): boolean => isEmpty(reach) === hasSwapped(reach, tick)
