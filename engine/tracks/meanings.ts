import * as z from 'zod'
import { knownNames } from '../core/suggest.ts'

/**
 * What a gesture can say: the words by which rules choose among gestures, and manners and cultures favour or forbid
 * them. A gesture may say several of them, its first best.
 */
export const MEANINGS = [
  'greeting',
  'farewell',
  'yes',
  'no',
  'maybe',
  'thanks',
  'apology',
  'offer',
  'explain',
  'present',
  'self',
  'you',
  'we',
  'there',
  'here',
  'up',
  'down',
  'big',
  'small',
  'count',
  'list',
  'contrast',
  'precision',
  'emphasis',
  'think',
  'unknown',
  'listen',
  'invite',
  'stop',
  'joy',
  'sad',
  'surprise',
  'playful',
  'love',
  'praise',
  'facepalm',
  'self-adaptor',
] as const

export type Meaning = (typeof MEANINGS)[number]

/** One meaning in a file; a mistyped one is refused with the nearest. */
export const meaningSchema = z.enum(MEANINGS, {
  error: ({ input }) => `no meaning ${JSON.stringify(input)}. ${knownNames(String(input), MEANINGS)}`,
})
