import { random } from '../../core/random.ts'
import type { Phrase } from '../phrases.ts'
import { blinkKeyframes, gapSpread, LONGEST_BLINK } from './blinks.ts'
import type { Keyframe } from './keyframes.ts'
import { drawDuration } from './renewals.ts'

/** A blink due this close to a phrase's border waits for it or hurries to it. Seconds. */
const PULL = 0.9
/** Lids begin to close this long before the first sound, and this long after a phrase's last. Seconds. */
const BEFORE_SPEECH = 0.18
const AFTER_PHRASE = 0.03

type LidSpan = { readonly start: number; readonly end: number; readonly often: number }

/**
 * Blinks of a part: as often as people blink in talk, but mostly at the ends of phrases and just before speaking.
 *
 * @param span  Seconds from which to which the part owns the lids, the first may be negative; and how often, against an
 *              average person.
 */
export function lineBlinks(
  phrases: readonly Phrase[],
  { start, end, often }: LidSpan,
  seed: number,
  stream: string,
): Keyframe[] {
  const borders = [phrases[0]!.start - BEFORE_SPEECH, ...phrases.map((phrase) => phrase.end + AFTER_PHRASE)]
  const gaps = gapSpread('speaking', often)
  const keyframes: Keyframe[] = [[start, 0]]
  let free = start
  let due = start + drawDuration(gaps, seed, stream, 0) * random(seed, stream, -1)
  for (let i = 1; due < end - LONGEST_BLINK; i++) {
    const at = nearestBorder(borders, due, free) ?? Math.max(due, free)
    if (at > end - LONGEST_BLINK) break
    keyframes.push(...blinkKeyframes(at, seed, `${stream}/shape`, i))
    free = at + LONGEST_BLINK
    due += drawDuration(gaps, seed, stream, i)
  }
  return keyframes
}

/** The border nearest to a time within {@link PULL}, not before lids are free. */
function nearestBorder(borders: readonly number[], due: number, free: number): number | undefined {
  let nearest: number | undefined
  for (const border of borders) {
    const distance = Math.abs(border - due)
    if (border < free || distance > PULL) continue
    if (nearest === undefined || distance < Math.abs(nearest - due)) nearest = border
  }
  return nearest
}
