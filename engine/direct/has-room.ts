import type { Meaning } from '../tracks/meanings.ts'
import type { Candidate, Place } from './gesture-candidates.ts'
import type { DirectingMemory, Performable, Performer } from './performer.ts'

/** Sentences before a gesture is made again; beats only not twice in a row. */
const REPEAT_AFTER = 3
/** Seconds from one stroke to the next at least. */
const LEAST_GAP = 0.8
/** Share of its authored preparation that a gesture needs: the rest can be made quicker. */
const QUICKEST = 0.6
/** What matters this much is done even where the hand comes after its word, as in a wave after "Hello". */
const EVEN_LATE = 0.8

/** A gesture that has its place. */
export type Placed = Place & {
  readonly gesture: Performable
  /** Seconds from the part's start. */
  readonly at: number
  /** What it is there to say. */
  readonly says: Meaning | undefined
  /** Whether it is one of several that belong together, as things in a row and sides of a contrast do. */
  readonly isPaired: boolean
}

export type Around = {
  readonly performer: Performer
  readonly memory: DirectingMemory
  readonly isFirst: boolean
  readonly placed: readonly Placed[]
}

export const isOfHead = ({ hand }: Performable): boolean => hand === 'none'

export const isPaired = ({ finding }: Candidate): boolean => /^(?:item|oneSide|otherSide)$/.test(finding?.what ?? '')

/**
 * Whether a gesture can stand where it would: with time to get there and to be made in full, alone in its phrase, not said
 * already in its sentence, and not made a moment ago. Hands and head do not hinder each other.
 */
export function hasRoom(
  gesture: Performable,
  wanted: Candidate,
  { performer, memory, isFirst, placed }: Around,
): boolean {
  const { at, phrase, sentence, isBeat, means, priority } = wanted
  const others = placed.filter((other) => isOfHead(other.gesture) === isOfHead(gesture))
  const paired = isPaired(wanted)
  if (!isBeat && !paired && placed.some((other) => other.sentence === sentence && other.says === means[0])) return false
  if (others.some((other) => other.phrase === phrase && !(paired && other.isPaired))) return false
  if (others.some((other) => !keepsClear(other, { gesture, at }))) return false
  const ready = at - QUICKEST * gesture.sync.stroke
  if (ready < (isOfHead(gesture) ? memory.headBusy : memory.handsBusy)) return false
  if (isFirst && ready < -performer.lead && priority < EVEN_LATE) return false
  if (paired) return true
  return gesture.means[0] === 'emphasis'
    ? !isNextToItself(memory, others, { gesture, at })
    : !isRepeated(memory, placed, { gesture, sentence })
}

type Stroke = Pick<Placed, 'gesture' | 'at'>

function keepsClear(other: Stroke, one: Stroke): boolean {
  const [before, after] = other.at <= one.at ? [other, one] : [one, other]
  return after.at - before.at >= Math.max(LEAST_GAP, strokeLeft(before.gesture) + QUICKEST * after.gesture.sync.stroke)
}

/** Seconds from the stroke's apex to its end. */
export const strokeLeft = ({ sync }: Performable): number => sync.strokeEnd - sync.stroke

function isRepeated(
  { recent }: DirectingMemory,
  placed: readonly Placed[],
  one: { readonly gesture: Performable; readonly sentence: number },
): boolean {
  const isNear = (name: string, sentence: number) =>
    name === one.gesture.name && Math.abs(one.sentence - sentence) < REPEAT_AFTER
  return (
    recent.some(({ name, sentence }) => isNear(name, sentence)) ||
    placed.some(({ gesture, sentence }) => isNear(gesture.name, sentence))
  )
}

/** Whether the gesture just before or just after would be the same. */
function isNextToItself({ recent }: DirectingMemory, others: readonly Placed[], one: Stroke): boolean {
  const sorted = others.toSorted((a, b) => a.at - b.at)
  const before = sorted.findLast(({ at }) => at <= one.at)?.gesture.name ?? recent.at(-1)?.name
  const after = sorted.find(({ at }) => at > one.at)?.gesture.name
  return before === one.gesture.name || after === one.gesture.name
}
