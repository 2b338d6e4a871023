import { clamp01 } from '../core/math/scalar.ts'
import { loudestMoment, smoothLoudness } from './loudness.ts'
import { phoneShape } from './mouth-segments.ts'
import type { Phrase } from './phrases.ts'
import { isSpoken, type Plan } from './plan.ts'

/** A moment that speech stresses: the loudest of the stressed word's vowel. */
export type Accent = {
  /** Seconds. */
  readonly at: number
  /** (0, 1]; 1 is the focus of the sentence. */
  readonly strength: number
}

/** A word with less emphasis than this carries no accent. */
const LEAST_EMPHASIS = 0.3
/** Where nobody marked emphasis, the loudest word of each phrase gets this. */
const FOUND_STRENGTH = 0.6
/** What is not silence. */
const LEAST_LOUDNESS = 0.05
/** Half a syllable. Seconds. */
const LOUDNESS_RADIUS = 0.06

/** Accents of a part, ascending: of its emphasised words, or of the loudest of each phrase where none is emphasised. */
export function findAccents(plan: Plan, phrases: readonly Phrase[]): Accent[] {
  const marked = plan.words.filter((word) => word.emphasis >= LEAST_EMPHASIS && isSpoken(word))
  if (marked.length > 0) return marked.map((word) => ({ at: stressedMoment(plan, word), strength: word.emphasis }))
  return phrases.map((phrase) => ({ at: stressedMoment(plan, phrase), strength: FOUND_STRENGTH }))
}

/** How strongly a word is stressed, [0, 1]: half by its emphasis, half by how loud it is against the loudest of its part. */
export function accentStrength(plan: Plan, word: Plan['words'][number]): number {
  const loudness = smoothLoudness(plan.loudness, stressedMoment(plan, word), LOUDNESS_RADIUS)
  const loudest = Math.max(...plan.loudness.values, LEAST_LOUDNESS)
  return clamp01((word.emphasis + loudness / loudest) / 2)
}

/** The loudest moment of a stretch, in its loudest vowel where phones are known. */
export function stressedMoment({ phones, loudness }: Plan, { start, end }: Phrase): number {
  const loudnessOf = (vowel: Phrase) => smoothLoudness(loudness, (vowel.start + vowel.end) / 2, LOUDNESS_RADIUS)
  let stressed: Phrase | undefined
  for (const phone of phones) {
    const centre = (phone.start + phone.end) / 2
    if (centre < start || centre > end || phoneShape(phone.phone).articulation !== 'open') continue
    if (!stressed || loudnessOf(phone) > loudnessOf(stressed)) stressed = phone
  }
  const within = stressed ?? { start, end }
  return loudestMoment(loudness, within.start, within.end)
}
