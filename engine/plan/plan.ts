import * as z from 'zod'
import { actSchema, markSchema } from './acts.ts'

/** No part is longer, seconds: plans come from files and from the network, and are compiled before they are played. */
const LONGEST = 3600
/** More characters, words and phones a second than anyone speaks. */
const MOST_CHARACTERS = LONGEST * 40
const MOST_WORDS = LONGEST * 10
const MOST_PHONES = LONGEST * 40
/** More than there are control characters. */
const MOST_REMOVED = 200
/** Characters of a sentence about a direction. */
const MOST_PROBLEM = 500
const LOUDNESS_RATE = 50
/** More than anyone can act in an hour. */
const MOST_ACTS = LONGEST * 4

const seconds = z.number().min(0).max(LONGEST).describe("Seconds from the start of the part's samples")

type Span = { readonly start: number; readonly end: number }

/** Times of words and phones: neither begins before the one before it, nor ends before it begins. */
const ascend = (spans: readonly Span[]): boolean =>
  spans.every(({ start, end }, i) => end >= start && (i === 0 || start >= spans[i - 1]!.start))

/** Where a word's times come from; captions and lips trust them in this order. */
export const WORD_SOURCES = ['voice', 'aligned', 'even', 'shown', 'signed'] as const

export const wordSchema = z.strictObject({
  text: z.string().min(1).max(MOST_CHARACTERS).describe('As written, with its punctuation, for captions'),
  start: seconds,
  end: seconds,
  source: z
    .enum(WORD_SOURCES)
    .describe(
      'voice: the provider said so; aligned: found from its phones; even: spread over the sound; shown: not spoken, only captioned; signed: said with the hands',
    ),
  emphasis: z.number().min(0).max(1).default(0).describe('0 unstressed, 1 the focus of the sentence'),
})

export const phoneSchema = z.strictObject({
  phone: z.string().min(1).max(8).describe('ARPAbet in lower case without stress ("ae", "hh"); "pau" is silence'),
  start: seconds,
  end: seconds,
})

/** Loudness of the samples, for the size of the mouth's movements. */
export const loudnessSchema = z.strictObject({
  rate: z.literal(LOUDNESS_RATE).describe('Values a second'),
  values: z
    .array(z.number().min(0).max(1))
    .max(LONGEST * LOUDNESS_RATE)
    .describe('RMS of each 20 ms against the loudest of the part'),
})

/** One part of a line: what is said in one breath, with all that lips, eyes, head and captions need. Frozen before the first tick. */
export const planSchema = z.strictObject({
  version: z.literal(1),
  text: z.string().max(MOST_CHARACTERS).describe('As written; what captions show'),
  language: z.string().min(2).max(40).describe('BCP-47'),
  duration: seconds.describe('Length of the samples'),
  pause: z.number().min(0).max(10).describe('Seconds of silence before the next part'),
  words: z.array(wordSchema).max(MOST_WORDS).refine(ascend, 'words must ascend'),
  phones: z
    .array(phoneSchema)
    .max(MOST_PHONES)
    .refine(ascend, 'phones must ascend')
    .describe('Empty when the provider knows none: lips then follow words and loudness'),
  loudness: loudnessSchema,
  acts: z.array(actSchema).max(MOST_ACTS).optional().describe('What hands, face and eyes do along with it'),
  problems: z
    .array(z.string().max(MOST_PROBLEM))
    .max(MOST_REMOVED)
    .optional()
    .describe('Directions in the text that nobody follows, each a sentence with its place'),
  marks: z.array(markSchema).max(MOST_ACTS).optional(),
  removed: z
    .array(z.string().max(8))
    .max(MOST_REMOVED)
    .optional()
    .describe('Characters taken out of the text, by their names ("U+0007"): they can be neither said nor shown'),
})

export type Plan = z.infer<typeof planSchema>
export type Word = z.infer<typeof wordSchema>
export type Phone = z.infer<typeof phoneSchema>

/** Whether a word is heard, rather than only seen. */
export const isSpoken = ({ source }: Pick<Word, 'source'>): boolean => source !== 'shown' && source !== 'signed'
