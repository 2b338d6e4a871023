import { EngineError } from '../core/errors.ts'
import { type VisemeName, visemeIndex } from '../rig/visemes.ts'
import { type Articulation, type MouthShape, PHONE_SHAPES, type PhoneShape } from './phone-visemes.ts'
import type { Phone } from './plan.ts'

/** A stretch of time in which the mouth wants one shape. */
export type MouthSegment = {
  /** Seconds; the mouth's clock, which runs {@link MOUTH_LEAD} ahead of the sound's. */
  start: number
  end: number
  readonly articulation: Articulation
  /** Viseme indices and weights. */
  readonly targets: readonly (readonly [number, number])[]
  /** How much the segment insists on its shape against its neighbours, (0, 1]. */
  readonly dominance: number
}

/**
 * Seconds by which the mouth is ahead of the sound. Late sound goes unnoticed to 125 ms, early sound only to 45.
 *
 * @source ITU-R BT.1359-1; animators lead by one or two film frames.
 */
export const MOUTH_LEAD = 0.022

/** Shortest shape worth showing, seconds. Source: D. S. Wolf, Rhubarb Lip Sync, animation rules (50–70 ms). */
export const MIN_SHAPE = 0.05

/** Pauses shorter than the first hold the last shape, up to the second relax, longer ones close. Seconds. Source: Rhubarb. */
const HELD_PAUSE = 0.12
const RELAXED_PAUSE = 0.35
/** A relaxing pause insists this much; a closing one fully. */
const RELAXED_DOMINANCE = 0.35

/** Share of a diphthong that its first shape takes. Source: Rhubarb. */
const DIPHTHONG_SPLIT = 0.6
/** Below this a diphthong is one mixed shape: two would each be under {@link MIN_SHAPE}. Seconds. */
const SHORTEST_DIPHTHONG = 0.12

/** Insistence by articulation. Source: M. Cohen, D. Massaro, "Modeling coarticulation in synthetic visual speech", 1993. */
const DOMINANCE: Readonly<Record<Articulation, number>> = {
  open: 1,
  shut: 1,
  bite: 1,
  round: 1,
  narrow: 0.9,
  tongue: 0.35,
  breath: 0,
  silence: 1,
}

/** A vowel of this length reaches half of its shape: fast speech falls short of its targets. Seconds. */
const UNDERSHOOT = 0.01

/**
 * Lays out the shapes of a part's phones, one after the other without gaps.
 *
 * Sounds too short to be seen are left to their neighbours, short pauses are held, diphthongs are split, and a run of
 * the same shape becomes one.
 *
 * @returns  Ascending; the outer pauses are not in it. Empty for silence.
 */
export function layOutMouth(phones: readonly Phone[]): MouthSegment[] {
  const spoken = withoutOuterSilence(phones)
  const segments = spoken.flatMap(segmentsOf)
  return mergeRepeats(widenShort(giveAway(segments)))
}

/** The shape of a phone. */
export function phoneShape(phone: string): PhoneShape {
  const shape = PHONE_SHAPES[phone]
  if (shape) return shape
  throw new EngineError(
    'plan/unknown-phone',
    `No mouth shape for phone "${phone}". Lips need ARPAbet in lower case without stress, "pau" for silence. Map it in the voice.`,
  )
}

const isSilent = (phone: Phone): boolean => phoneShape(phone.phone).articulation === 'silence'

function withoutOuterSilence(phones: readonly Phone[]): readonly Phone[] {
  const first = phones.findIndex((phone) => !isSilent(phone))
  return first < 0 ? [] : phones.slice(first, phones.findLastIndex((phone) => !isSilent(phone)) + 1)
}

function segmentsOf({ phone, start: soundStart, end: soundEnd }: Phone): MouthSegment[] {
  const { articulation, shape, glide } = phoneShape(phone)
  const start = soundStart - MOUTH_LEAD
  const end = soundEnd - MOUTH_LEAD
  const size = articulation === 'open' ? (end - start) / (end - start + UNDERSHOOT) : 1
  const dominance = articulation === 'silence' ? pauseDominance(end - start) : DOMINANCE[articulation]
  const segment = (from: number, to: number, of: MouthShape): MouthSegment => ({
    start: from,
    end: to,
    articulation,
    dominance,
    targets: scaledTargets(of, size),
  })
  if (!glide) return [segment(start, end, shape)]
  if (end - start < SHORTEST_DIPHTHONG) return [segment(start, end, mixShapes(shape, glide, DIPHTHONG_SPLIT))]
  const middle = start + (end - start) * DIPHTHONG_SPLIT
  return [segment(start, middle, shape), segment(middle, end, glide)]
}

function pauseDominance(seconds: number): number {
  if (seconds >= RELAXED_PAUSE) return 1
  const share = Math.max(0, (seconds - HELD_PAUSE) / (RELAXED_PAUSE - HELD_PAUSE))
  return RELAXED_DOMINANCE + (1 - RELAXED_DOMINANCE) * share * share
}

const scaledTargets = (shape: MouthShape, size: number): [number, number][] =>
  Object.entries(shape).map(([viseme, weight]) => [visemeIndex(viseme as VisemeName), weight * size])

function mixShapes(first: MouthShape, second: MouthShape, share: number): MouthShape {
  const mixed: Partial<Record<VisemeName, number>> = {}
  for (const [viseme, weight] of Object.entries(first)) mixed[viseme as VisemeName] = weight * share
  for (const [viseme, weight] of Object.entries(second)) {
    mixed[viseme as VisemeName] = (mixed[viseme as VisemeName] ?? 0) + weight * (1 - share)
  }
  return mixed
}

/** Gives the time of sounds that show no shape of their own to their neighbours. */
function giveAway(segments: readonly MouthSegment[]): MouthSegment[] {
  const kept: MouthSegment[] = []
  let free: number | undefined
  for (const [i, segment] of segments.entries()) {
    const previous = kept.at(-1)
    if (isSeen(segment, segments.length)) {
      kept.push({ ...segment, start: free ?? segment.start })
      free = undefined
    } else if (previous) {
      free = i === segments.length - 1 ? segment.end : borderWithin(segment)
      previous.end = free
    } else {
      free ??= segment.start
    }
  }
  return kept
}

/** Where an unseen sound's time is parted: breath is the next shape's, a held pause the last one's, others are shared. */
function borderWithin({ articulation, start, end }: MouthSegment): number {
  if (articulation === 'breath') return start
  return articulation === 'silence' ? end : (start + end) / 2
}

function isSeen({ articulation, start, end }: MouthSegment, count: number): boolean {
  if (articulation === 'breath') return false
  if (articulation === 'silence') return end - start >= HELD_PAUSE
  return articulation !== 'tongue' || end - start >= MIN_SHAPE || count === 1
}

/** Lets every shape last at least {@link MIN_SHAPE}; neighbours then overlap, and the stronger shows more. */
function widenShort(segments: readonly MouthSegment[]): MouthSegment[] {
  return segments.map((segment) => {
    const missing = Math.max(0, MIN_SHAPE - (segment.end - segment.start)) / 2
    return { ...segment, start: segment.start - missing, end: segment.end + missing }
  })
}

function mergeRepeats(segments: readonly MouthSegment[]): MouthSegment[] {
  const merged: MouthSegment[] = []
  for (const segment of segments) {
    const previous = merged.at(-1)
    if (previous && hasSameShape(previous, segment)) previous.end = segment.end
    else merged.push(segment)
  }
  return merged
}

/** Vowels are never merged: each has its own size. */
const hasSameShape = (a: MouthSegment, b: MouthSegment): boolean =>
  a.articulation === b.articulation && a.articulation !== 'open' && a.targets[0]?.[0] === b.targets[0]?.[0]
