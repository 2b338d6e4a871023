import { TICK_RATE } from '../core/clock.ts'
import { VISEMES, visemeIndex } from '../rig/visemes.ts'
import { sampleTrack } from '../tracks/sample.ts'
import type { Track } from '../tracks/track.ts'
import { MIN_SHAPE, MOUTH_LEAD, phoneShape } from './mouth-segments.ts'
import type { Phone } from './plan.ts'

/** What a check of viseme tracks found. */
export type SpeechLint = {
  /** Sounds that need lips shut (p b m), and bitten (f v), and how many have them so. */
  readonly shut: { readonly expected: number; readonly found: number }
  readonly bitten: { readonly expected: number; readonly found: number }
  /** Seconds from the start of each contact to the start of its sound, ascending; positive is early. */
  readonly leads: readonly number[]
  /** Shortest time that a shape stays above half of its peak, seconds. */
  readonly shortestShape: number
  /** Largest sum of weights, and largest change of one weight from one tick to the next. */
  readonly largestSum: number
  readonly largestStep: number
  readonly keyframesPerSecond: number
  /** One line for each thing that is wrong, with its time. */
  readonly problems: readonly string[]
}

/** Samples a second: four to a tick, so that every phase of ticks against the sound is seen. */
const LINT_RATE = 4 * TICK_RATE
/** Least weight of a contact, most of all else together meanwhile, and least time. */
const SHUT_WEIGHT = 0.98
const BITTEN_WEIGHT = 0.9
const LEAK = 0.02
const CONTACT_TIME = 0.04
/** How far from its sound a contact may lie, seconds. */
const CONTACT_REACH = 0.15
/** A shape that never shows this much is not seen. */
const SEEN = 0.15
/** Lips cross their range in no less than two ticks. */
const STEP_LIMIT = 0.6
const SUM_LIMIT = 1 + 1e-6
const KEYFRAME_LIMIT = 150

/** Checks the viseme tracks of a part against its phones: contacts, flicker, sums and jumps. */
export function lintSpeech(tracks: readonly Track[], phones: readonly Phone[]): SpeechLint {
  const problems: string[] = []
  const curves = sampleAll(tracks)
  const contacts = checkContacts(phones, curves, problems)
  const shapes = curves.weights.flatMap((curve, viseme) =>
    viseme === 0 ? [] : shapesOf(curve, viseme, curves.start, problems),
  )
  const sum = largestSum(curves)
  const step = largestStep(curves.weights)
  const keyframes = Math.max(...tracks.map(({ times }) => times.length)) / (curves.count / LINT_RATE)
  if (sum > SUM_LIMIT) problems.push(`weights sum to ${sum}`)
  if (step > STEP_LIMIT) problems.push(`a weight changes by ${step.toFixed(2)} in one tick`)
  if (keyframes > KEYFRAME_LIMIT) problems.push(`${keyframes.toFixed(0)} keyframes a second`)
  return {
    shut: count(contacts, 'shut'),
    bitten: count(contacts, 'bite'),
    leads: contacts.flatMap(({ lead }) => lead ?? []).sort((a, b) => a - b),
    shortestShape: Math.min(Number.POSITIVE_INFINITY, ...shapes),
    largestSum: sum,
    largestStep: step,
    keyframesPerSecond: keyframes,
    problems,
  }
}

type Curves = { readonly start: number; readonly count: number; readonly weights: readonly Float32Array[] }
type Contact = { readonly kind: string; readonly isFound: boolean; readonly lead: number | undefined }

function sampleAll(tracks: readonly Track[]): Curves {
  const start = Math.min(...tracks.map(({ times }) => times[0]!))
  const end = Math.max(...tracks.map(({ times }) => times.at(-1)!))
  const count = Math.ceil((end - start) * LINT_RATE) + 1
  const weights = tracks.map((track) =>
    Float32Array.from({ length: count }, (_, i) => sampleTrack(track, start + i / LINT_RATE)),
  )
  return { start, count, weights }
}

const count = (contacts: readonly Contact[], kind: string) => {
  const expected = contacts.filter((contact) => contact.kind === kind)
  return { expected: expected.length, found: expected.filter(({ isFound }) => isFound).length }
}

function checkContacts(phones: readonly Phone[], curves: Curves, problems: string[]): Contact[] {
  const contacts: Contact[] = []
  let earlierEnd = Number.NEGATIVE_INFINITY
  for (const { phone, start, end } of phones) {
    const kind = phoneShape(phone).articulation
    if (kind !== 'shut' && kind !== 'bite') continue
    const began = findContact(kind, start, end, curves)
    if (began === undefined) problems.push(`no contact for "${phone}" at ${start.toFixed(3)} s`)
    // A contact that the sound before had already made says nothing of the lead.
    const isOwn = began !== undefined && began >= earlierEnd - MOUTH_LEAD
    contacts.push({ kind, isFound: began !== undefined, lead: isOwn ? start - began : undefined })
    earlierEnd = end
  }
  return contacts
}

/** Seconds at which a contact of the sound begins: the run that overlaps the sound on the mouth's clock. */
function findContact(kind: 'shut' | 'bite', start: number, end: number, curves: Curves): number | undefined {
  const isContact = (i: number) => i >= 0 && i < curves.count && isTouching(kind, i, curves)
  const indexAt = (seconds: number) => Math.round((seconds - curves.start) * LINT_RATE)
  for (let i = indexAt(start - MOUTH_LEAD); i <= indexAt(end); i++) {
    if (!isContact(i)) continue
    let first = i
    let last = i
    while (isContact(first - 1) && first > indexAt(start - CONTACT_REACH)) first--
    while (isContact(last + 1)) last++
    if ((last - first) / LINT_RATE >= CONTACT_TIME - 1 / LINT_RATE) return curves.start + first / LINT_RATE
    i = last
  }
  return undefined
}

function isTouching(kind: 'shut' | 'bite', i: number, { weights }: Curves): boolean {
  const viseme = visemeIndex(kind === 'shut' ? 'PP' : 'FF')
  const others = weights.reduce((sum, curve, v) => (v === viseme ? sum : sum + curve[i]!), 0)
  return (
    weights[viseme]![i]! >= (kind === 'shut' ? SHUT_WEIGHT : BITTEN_WEIGHT) &&
    others <= LEAK + (1 - weights[viseme]![i]!)
  )
}

/** Seconds that each visible rise of a weight stays above half of its peak. */
function shapesOf(curve: Float32Array, viseme: number, start: number, problems: string[]): number[] {
  const lengths: number[] = []
  for (let i = 0; i < curve.length; i++) {
    if (curve[i]! < SEEN / 2) continue
    let end = i
    while (end < curve.length && curve[end]! >= SEEN / 2) end++
    const run = curve.subarray(i, end)
    const peak = run.reduce((a, b) => Math.max(a, b), 0)
    if (peak >= SEEN) {
      const length = (run.findLastIndex((w) => w >= peak / 2) - run.findIndex((w) => w >= peak / 2) + 1) / LINT_RATE
      lengths.push(length)
      if (length < MIN_SHAPE) {
        const at = start + i / LINT_RATE
        problems.push(`${VISEMES[viseme]} shows for ${(length * 1000).toFixed(0)} ms at ${at.toFixed(3)} s`)
      }
    }
    i = end
  }
  return lengths
}

function largestSum({ weights, count }: Curves): number {
  let largest = 0
  for (let i = 0; i < count; i++)
    largest = Math.max(
      largest,
      weights.reduce((sum, curve) => sum + curve[i]!, 0),
    )
  return largest
}

function largestStep(weights: readonly Float32Array[]): number {
  const perTick = LINT_RATE / TICK_RATE
  let largest = 0
  for (const curve of weights) {
    for (let i = perTick; i < curve.length; i++) largest = Math.max(largest, Math.abs(curve[i]! - curve[i - perTick]!))
  }
  return largest
}
