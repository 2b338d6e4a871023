import { phoneShape } from './mouth-segments.ts'
import { isSpoken, type Plan } from './plan.ts'

/** A stretch of speech between two pauses. Seconds. */
export type Phrase = { readonly start: number; readonly end: number }

/** A silence from here on parts two phrases, seconds: shorter ones are closures of plosives. */
const PHRASE_PAUSE = 0.15

/** Phrases of a part, from its phones, else its words, else all of it. */
export function findPhrases(plan: Plan): Phrase[] {
  const phrases: { start: number; end: number }[] = []
  for (const { start, end } of soundsOf(plan)) {
    const last = phrases.at(-1)
    if (last && start - last.end < PHRASE_PAUSE) last.end = Math.max(last.end, end)
    else phrases.push({ start, end })
  }
  return phrases
}

function soundsOf({ phones, words, duration }: Plan): readonly Phrase[] {
  if (phones.length > 0) return phones.filter(({ phone }) => phoneShape(phone).articulation !== 'silence')
  const spoken = words.filter(isSpoken)
  if (spoken.length > 0) return spoken
  return duration > 0 ? [{ start: 0, end: duration }] : []
}
