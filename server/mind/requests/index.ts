import { withDigits } from '../tools/when.ts'
import { LIST_RULES } from './lists.ts'
import { MEMORY_RULES } from './memories.ts'
import type { Request, Rule } from './request.ts'
import { STAGE_RULES } from './stage.ts'

/** The first that fits counts. */
const RULES: readonly Rule[] = [...LIST_RULES, ...MEMORY_RULES, ...STAGE_RULES]

/** Courtesies before and after what is asked. */
const BEFORE =
  /^(?:(?:hi|hello|hey|ok|okay|please|and|now|so|well|then|oh|but|could you|can you|would you|will you|may i|can i|can we|could i|i want you to|i would like you to|i'd like you to|just|maybe|kindly|quickly|let us)[\s,!.]+)+/i
const AFTER = /(?:[\s,]+(?:please|for me|thanks|thank you|now|will you|would you|can you|could you|okay))+$/i

/**
 * What a sentence asks to be done, if anything.
 *
 * @param called  The actor's name, which may stand before or after.
 */
export function requestIn(text: string, now: Date, called = ''): Request | undefined {
  const name = new RegExp(`(?:^|[\\s,]+)${called.replace(/[^\p{L}]/gu, '.')}(?=$|[\\s,.!?]+)`, 'giu')
  const plain = withDigits(
    text
      .trim()
      .replace(/[’‘]/g, "'")
      .replace(/[.!?\s]+$/, ''),
  )
  const bare = (called === '' ? plain : plain.replace(name, ' ')).trim().replace(/^[,\s]+/, '')
  const asked = bare.replace(BEFORE, '').replace(AFTER, '').replace(/\s+/g, ' ').trim()
  for (const { asks, request } of RULES) {
    const found = new RegExp(asks, 'i').exec(asked)
    const wanted = found === null ? undefined : request(found, now)
    if (wanted !== undefined) return wanted
  }
  return undefined
}
