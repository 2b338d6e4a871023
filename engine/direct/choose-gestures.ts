import { lerp } from '../core/math/scalar.ts'
import { random } from '../core/random.ts'
import type { GestureAct } from '../plan/acts.ts'
import { type Candidate, type Gathering, gatherCandidates, placeOf } from './gesture-candidates.ts'
import { hasRoom, isOfHead, isPaired, type Placed, strokeLeft } from './has-room.ts'
import type { DirectingMemory, Performable, Performer } from './performer.ts'
import { pickWeighted } from './pick-weighted.ts'
import { weighGesture } from './weigh-gesture.ts'

/** How far the budget may be overdrawn for what must be acted, gestures; and how much of it is saved at most. */
const OVERDRAFT = 1.75
const SAVED = 1.5
/**
 * Who begins to talk is met somewhere between two gestures, with as much overdrawn or saved as in the midst of a talk, so
 * that short lines are no livelier than long ones: from this to what is due in so many seconds.
 */
const MET_AT_LEAST = -1
const MET_SAVING = 2
const RECENT_KEPT = 8
/** Letters of the shortest word that can name a thing by the end of its name. */
const LEAST_NAME = 4

export type Choosing = Gathering & {
  /** Seconds to the next part's start. */
  readonly span: number
  readonly isFirst: boolean
  /** The words as they are written. */
  readonly texts: readonly string[]
}

export type ChosenGestures = {
  readonly acts: readonly GestureAct[]
  readonly memory: Pick<DirectingMemory, 'credit' | 'handsBusy' | 'headBusy' | 'recent'>
}

/**
 * Chooses gestures for a part: what was read says what they could mean, the manner how many there are and which are
 * liked, the seed which of those it is. What was asked for stays, and rules keep clear of it.
 *
 * Strokes keep so far apart that each can be made in full, no phrase has two, and no gesture comes again within a few
 * sentences. What is left of the budget goes to beats on the strongest words. The head's gestures cost nothing of it.
 */
export function chooseGestures(choosing: Choosing, asked: readonly GestureAct[]): ChosenGestures {
  const { performer, memory, span, moments } = choosing
  const placed: Placed[] = [...placeAsked(choosing, asked), ...placeOrdered(choosing)]
  const acts: GestureAct[] = [...asked]
  const due = moments.length > 0 ? performer.manner.rate * span : 0
  let credit =
    Math.min(SAVED, memory.credit ?? metCredit(performer)) +
    due -
    placed.filter(({ gesture }) => !isOfHead(gesture)).length
  for (const [order, candidate] of gatherCandidates(choosing).entries()) {
    const isAffordable = credit >= 1 - OVERDRAFT * candidate.priority
    const gesture = pickGesture(candidate, { choosing, placed, isAffordable, order })
    if (gesture === undefined) continue
    if (!isOfHead(gesture)) credit -= 1
    placed.push({ ...candidate, gesture, says: candidate.means[0], isPaired: isPaired(candidate) })
    acts.push({ ...asAct(candidate, gesture), ...pointedBy(gesture, candidate, choosing) })
  }
  return { acts, memory: { credit, ...remember(choosing, placed) } }
}

const metCredit = ({ seed, actor, manner }: Performer): number =>
  lerp(MET_AT_LEAST, MET_SAVING * manner.rate, random(seed, `credit/${actor}`, 0))

function placeAsked({ performer, moments, reading, memory }: Choosing, asked: readonly GestureAct[]): Placed[] {
  return asked.flatMap(({ name, word }) => {
    const gesture = performer.gestures.get(name)
    const at = moments[word]
    if (gesture === undefined || at === undefined) return []
    return [{ gesture, at, ...placeOf(reading, memory, word), says: gesture.means[0], isPaired: false }]
  })
}

/** What was ordered as the line was given stands before its first phrase. */
function placeOrdered({ performer, memory, isFirst }: Choosing): Placed[] {
  if (!isFirst) return []
  return performer.ordered.gestures.flatMap(({ name, until }) => {
    const gesture = performer.gestures.get(name)
    if (gesture === undefined) return []
    const at = until - strokeLeft(gesture)
    return [{ gesture, at, phrase: -1, sentence: memory.sentences, says: gesture.means[0], isPaired: false }]
  })
}

type Picking = {
  readonly choosing: Choosing
  readonly placed: readonly Placed[]
  readonly isAffordable: boolean
  /** Which draw it is. */
  readonly order: number
}

/** One of the gestures that mean it and have room, by weight; where all are weak, often none. */
function pickGesture(
  candidate: Candidate,
  { choosing, placed, isAffordable, order }: Picking,
): Performable | undefined {
  const { performer, memory, isFirst } = choosing
  const options: [Performable, number][] = []
  let total = 0
  for (const gesture of performer.gestures.values()) {
    if (!isAffordable && !isOfHead(gesture)) continue
    const weight = weighGesture(performer, gesture, candidate)
    if (weight === 0 || !hasRoom(gesture, candidate, { performer, memory, isFirst, placed })) continue
    total += weight
    options.push([gesture, weight])
  }
  if (options.length === 0) return undefined
  const draw = random(performer.seed, `which/${performer.actor}/${memory.sentences}`, order)
  return pickWeighted(options, draw * Math.max(1, total))
}

const asAct = ({ word, intensity, hand }: Candidate, gesture: Performable): GestureAct => ({
  type: 'gesture',
  name: gesture.name,
  word,
  intensity,
  ...(hand === undefined || gesture.hand === 'both' ? {} : { hand }),
  by: 'rules',
})

/** What a hand that points is to point at: what the sentence names. */
function pointedBy(gesture: Performable, { finding, sentence }: Candidate, choosing: Choosing): Pick<GestureAct, 'at'> {
  const { performer, reading, memory, texts } = choosing
  if (gesture.means[0] !== 'there') return {}
  const { first, last } = reading.sentences[sentence - memory.sentences]!
  const words = texts.slice(first, last + 1).map((text) => text.toLowerCase().replace(/[^a-z0-9-]/g, ''))
  const named = performer.around?.find(
    ({ name }) => (name === 'screen' && finding?.what === 'screen') || words.some((word) => isNamedBy(name, word)),
  )
  return named === undefined ? {} : { at: named.target }
}

/** "chair" names an armchair too. */
const isNamedBy = (name: string, word: string): boolean =>
  name === word || (word.length >= LEAST_NAME && name.endsWith(word))

function remember({ memory, span }: Choosing, placed: readonly Placed[]) {
  const made = placed.toSorted((a, b) => a.at - b.at)
  const busy = (before: number, ofHead: boolean): number =>
    made.reduce(
      (end, { gesture, at }) => (isOfHead(gesture) === ofHead ? Math.max(end, at + strokeLeft(gesture)) : end),
      before,
    ) - span
  return {
    handsBusy: busy(memory.handsBusy, false),
    headBusy: busy(memory.headBusy, true),
    recent: [...memory.recent, ...made.map(({ gesture, sentence }) => ({ name: gesture.name, sentence }))].slice(
      -RECENT_KEPT,
    ),
  }
}
