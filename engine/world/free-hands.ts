import type { Gesture } from '../tracks/gesture.ts'
import type { World } from './world.ts'

/** Whether a hand deals with a prop, and is not already on its way back to rest. */
export const isBusy = (world: World, e: number, side: 0 | 1): boolean =>
  world.components.Timeline.holds[e]!.some((cue) => cue.side === side && cue.lower > world.tick)

/** Whether a gesture comes to nothing without a hand: that one alone makes it, or both meet in it. */
export const needsHand = ({ arms, touches }: Gesture, side: 0 | 1): boolean =>
  arms[side] === true && (arms[1 - side] !== true || touches.some(({ on }) => on === 'otherHand'))

/** Whether a gesture touches what a lap and a chair keep from hands: nobody who sits makes it. */
export const needsHips = ({ touches }: Gesture): boolean => touches.some(({ on }) => on === 'thigh' || on === 'hip')

/**
 * The form of a gesture for the hands that are free: as it was asked for, by the other hand, or by one hand alone of two.
 *
 * @param hand  The hand that was asked for.
 * @returns     Undefined where it comes to nothing; `byFreeHand` where it is not made as it was asked for.
 */
export function formOfFreeHands(
  world: World,
  e: number,
  gesture: Gesture,
  hand: 'left' | 'right' | undefined,
): { readonly gesture: Gesture; readonly byFreeHand: boolean } | undefined {
  const { mirrored } = gesture
  const isMirrored = mirrored !== undefined && mirrored.hand === hand
  const form = isMirrored ? mirrored : gesture
  const busy = ([0, 1] as const).filter((side) => form.arms[side] && isBusy(world, e, side))
  if (busy.length === 0) return { gesture: form, byFreeHand: false }
  if (!busy.some((side) => needsHand(form, side)) && busy.length < 2) return { gesture: form, byFreeHand: true }
  const other = isMirrored ? gesture : mirrored
  const isFree = other !== undefined && ([0, 1] as const).every((side) => !other.arms[side] || !isBusy(world, e, side))
  return isFree ? { gesture: other, byFreeHand: true } : undefined
}
