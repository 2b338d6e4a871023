import { random } from '../core/random.ts'
import type { GestureAct } from '../plan/acts.ts'
import { meansIn } from '../plan/culture.ts'
import type { Meaning } from '../tracks/meanings.ts'
import type { DirectingMemory, Performer, Repertoire } from './performer.ts'
import { pickWeighted } from './pick-weighted.ts'
import type { Finding } from './read/finding.ts'
import type { Reading, SentenceReading } from './read/read-text.ts'
import { BEAT_MEANS, FEELING_GESTURES, GESTURE_RULES } from './rules.ts'

/** How far the budget may be overdrawn for what must be acted, gestures; and how much of it is saved at most. */
const OVERDRAFT = 1.5
const SAVED = 1.5
/** Sentences before a gesture is made again; beats only not twice in a row. */
const REPEAT_AFTER = 3
const RECENT_KEPT = 8
/** Stress of a word that can carry a beat. */
const BEAT_STRESS = 0.45
const BEAT_INTENSITY = 0.5
/** How much chance reorders what is of like priority. */
const SHUFFLE = 0.15
/** What is left of a gesture's weight for each meaning before the one it has, in the rule and in the gesture. */
const SECOND_BEST = 0.35
/** Seconds from one stroke to the next at least. */
const LEAST_GAP = 0.8
/** Share of its authored preparation that a gesture needs: the rest can be made quicker. */
const QUICKEST = 0.6

/** Something that could be done. */
type Candidate = {
  readonly word: number
  /** Seconds from the part's start. */
  readonly at: number
  readonly means: readonly Meaning[]
  readonly priority: number
  readonly intensity: number
  readonly phrase: number
  readonly sentence: number
  readonly hand: 'left' | 'right' | undefined
  readonly finding: Finding | undefined
}

const isOfHead = ({ hand }: One): boolean => hand === 'none'

type One = Repertoire extends ReadonlyMap<string, infer Value> ? Value : never
type Placed = {
  readonly gesture: One
  readonly at: number
  readonly phrase: number
  readonly sentence: number
  readonly isItem: boolean
}

export type Choosing = {
  readonly performer: Performer
  readonly memory: DirectingMemory
  readonly reading: Reading
  /** Stressed moment of each word, seconds from the part's start. */
  readonly moments: readonly number[]
  /** Seconds to the next part's start. */
  readonly span: number
  readonly isFirst: boolean
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
 * sentences. What is left of the budget goes to beats on the strongest words.
 */
export function chooseGestures(choosing: Choosing, asked: readonly GestureAct[]): ChosenGestures {
  const { performer, memory, span, moments, reading } = choosing
  const acts: GestureAct[] = []
  const hands: Placed[] = []
  const head: Placed[] = []
  const isSpeech = moments.length > 0
  let credit = Math.min(SAVED, memory.credit) + (isSpeech ? performer.manner.rate * span : 0)
  for (const act of asked) {
    acts.push(act)
    const gesture = performer.gestures.get(act.name)
    const at = moments[act.word]
    if (gesture === undefined || at === undefined) continue
    const placed = { gesture, at, ...placeOf(reading, act.word, memory.sentences), isItem: false }
    ;(isOfHead(gesture) ? head : hands).push(placed)
    if (!isOfHead(gesture)) credit -= 1
  }
  for (const [order, candidate] of gatherCandidates(choosing).entries()) {
    const isAffordable = credit >= 1 - OVERDRAFT * candidate.priority
    const gesture = pickGesture(choosing, candidate, { hands, head, isAffordable, order })
    if (gesture === undefined) continue
    const isItem = candidate.finding?.what === 'item'
    const placed = { gesture, at: candidate.at, phrase: candidate.phrase, sentence: candidate.sentence, isItem }
    ;(isOfHead(gesture) ? head : hands).push(placed)
    if (!isOfHead(gesture)) credit -= 1
    acts.push({
      type: 'gesture',
      name: gesture.name,
      word: candidate.word,
      intensity: candidate.intensity,
      ...(candidate.hand === undefined || gesture.hand === 'both' ? {} : { hand: candidate.hand }),
      by: 'rules',
    })
  }
  const made = [...hands, ...head].sort((a, b) => a.at - b.at)
  const recent = [...memory.recent, ...made.map(({ gesture, sentence }) => ({ name: gesture.name, sentence }))]
  return {
    acts,
    memory: {
      credit,
      handsBusy: busyAfter(hands, memory.handsBusy) - span,
      headBusy: busyAfter(head, memory.headBusy) - span,
      recent: recent.slice(-RECENT_KEPT),
    },
  }
}

/** What could be done in a part, what matters most first. */
function gatherCandidates(choosing: Choosing): Candidate[] {
  const { reading, performer, memory } = choosing
  const candidates: Candidate[] = []
  const draw = (index: number): number =>
    random(performer.seed, `gesture/${performer.actor}/${memory.sentences}`, index)
  let index = 0
  for (const [s, sentence] of reading.sentences.entries()) {
    const exclaimed = sentence.findings.some(({ what }) => what === 'exclamation') ? 0.15 : 0
    const add = (
      word: number,
      rest: Pick<Candidate, 'means' | 'priority' | 'intensity' | 'hand' | 'finding'>,
    ): void => {
      const stress = reading.stress[word]!
      candidates.push({
        ...rest,
        word,
        at: choosing.moments[word]!,
        intensity: Math.min(1, round(rest.intensity * (0.8 + 0.25 * stress) + exclaimed)),
        priority: rest.priority + SHUFFLE * draw(index++),
        phrase: sentence.phrases.findIndex(({ last }) => last >= word) + 100 * s,
        sentence: memory.sentences + s,
      })
    }
    for (const finding of sentence.findings) {
      for (const rule of GESTURE_RULES) {
        if (rule.read !== finding.what || finding.strength < (rule.least ?? 0)) continue
        if (draw(index++) < rule.chance * finding.strength) add(finding.word, { ...rule, hand: rule.hand, finding })
      }
    }
    for (const { word, means, strength } of strongFeelings(sentence))
      add(word, { means, priority: 0.5, intensity: strength, hand: undefined, finding: undefined })
    for (let word = sentence.first; word <= sentence.last; word++) {
      const stress = reading.stress[word]!
      if (stress >= BEAT_STRESS)
        add(word, {
          means: BEAT_MEANS,
          priority: 0.2 * (stress - BEAT_STRESS),
          intensity: BEAT_INTENSITY,
          hand: undefined,
          finding: undefined,
        })
    }
  }
  return candidates.sort((a, b) => b.priority - a.priority)
}

function strongFeelings({ phrases }: SentenceReading) {
  return phrases.flatMap(({ feelings }) =>
    feelings.flatMap(({ emotion, strength, word }) => {
      const rule = FEELING_GESTURES[emotion]
      return rule !== undefined && strength >= rule.least ? [{ word, means: rule.means, strength }] : []
    }),
  )
}

type Around = {
  readonly hands: readonly Placed[]
  readonly head: readonly Placed[]
  readonly isAffordable: boolean
  readonly order: number
}

/** One of the gestures that mean it and fit where they would stand, by weight. */
function pickGesture(choosing: Choosing, candidate: Candidate, around: Around): One | undefined {
  const { performer, memory } = choosing
  const options: [One, number][] = []
  let total = 0
  for (const gesture of performer.gestures.values()) {
    const weight = weightOf(performer, gesture, candidate)
    if (weight === 0 || !fits(choosing, gesture, candidate, around)) continue
    total += weight
    options.push([gesture, weight])
  }
  return pickWeighted(
    options,
    total * random(performer.seed, `which/${performer.actor}/${memory.sentences}`, around.order),
  )
}

/** How readily a gesture is made for what is meant: 0 where it means something else, or is not wanted. */
function weightOf({ manner, culture }: Performer, gesture: One, { means, finding, hand }: Candidate): number {
  if (hand !== undefined && gesture.hand !== hand && gesture.hand !== 'both' && gesture.mirrored === undefined) return 0
  if (gesture.name.startsWith('count-') && !counts(gesture.name, finding?.value)) return 0
  // The head has its own accents, of the line's life.
  if (means === BEAT_MEANS && isOfHead(gesture)) return 0
  const ownMeans = meansIn(culture, gesture.name, gesture.means)
  let best = 0
  for (const [rank, mean] of means.entries()) {
    const own = ownMeans.indexOf(mean)
    if (own < 0) continue
    best = Math.max(best, SECOND_BEST ** (rank + Math.min(1, own)) * (manner.vocabulary[mean] ?? 1))
  }
  return best === 0 ? 0 : best * likingOf(manner.vocabulary, gesture.name)
}

/** By the gesture's own name and by its family's: "point" speaks of "point-you" too. */
function likingOf(vocabulary: Performer['manner']['vocabulary'], name: string): number {
  const family = name.replace(/-.*$/, '')
  return (vocabulary[name] ?? 1) * (family === name ? 1 : (vocabulary[family] ?? 1))
}

const COUNTED = ['one', 'two', 'three', 'four', 'five']

/** Whether a gesture of counting shows this number: "count-three" shows 3. */
const counts = (name: string, value = 0): boolean =>
  COUNTED[value - 1] !== undefined && name.endsWith(`-${COUNTED[value - 1]}`)

function fits(choosing: Choosing, gesture: One, candidate: Candidate, { hands, head, isAffordable }: Around): boolean {
  const { memory, performer, isFirst } = choosing
  const { at, phrase, sentence, finding } = candidate
  const others = isOfHead(gesture) ? head : hands
  if (!isOfHead(gesture) && !isAffordable) return false
  const isItem = finding?.what === 'item'
  if (!(isItem && others.some((other) => other.isItem)) && others.some((other) => other.phrase === phrase)) return false
  if (others.some((other) => !keepsClear(other, { gesture, at }))) return false
  const preparation = QUICKEST * gesture.sync.stroke
  if (at - preparation < (isOfHead(gesture) ? memory.headBusy : memory.handsBusy)) return false
  // Hands need time to come up before a first word; a greeting may come after its word.
  if (isFirst && at + performer.lead < preparation && candidate.priority < 0.8) return false
  if (isItem || finding?.what === 'oneSide' || finding?.what === 'otherSide') return true
  return gesture.means[0] === 'emphasis'
    ? !isNextToItself(memory, others, { gesture, at })
    : !isRepeated(memory, others, { gesture, sentence })
}

function keepsClear(other: { gesture: One; at: number }, one: { gesture: One; at: number }): boolean {
  const [before, after] = other.at <= one.at ? [other, one] : [one, other]
  const { strokeEnd, stroke } = before.gesture.sync
  return after.at - before.at >= Math.max(LEAST_GAP, strokeEnd - stroke + QUICKEST * after.gesture.sync.stroke)
}

/** Whether the same gesture would be made within a few sentences. */
function isRepeated(
  { recent }: DirectingMemory,
  others: readonly Placed[],
  one: { gesture: One; sentence: number },
): boolean {
  const isNear = (name: string, sentence: number) =>
    name === one.gesture.name && Math.abs(one.sentence - sentence) < REPEAT_AFTER
  return (
    recent.some(({ name, sentence }) => isNear(name, sentence)) ||
    others.some(({ gesture, sentence }) => isNear(gesture.name, sentence))
  )
}

/** Whether the gesture just before or just after would be the same. */
function isNextToItself(
  { recent }: DirectingMemory,
  others: readonly Placed[],
  one: { gesture: One; at: number },
): boolean {
  let before = recent.at(-1)?.name
  let latest = Number.NEGATIVE_INFINITY
  let after: string | undefined
  let earliest = Number.POSITIVE_INFINITY
  for (const { gesture, at } of others) {
    if (at <= one.at && at > latest) [before, latest] = [gesture.name, at]
    if (at > one.at && at < earliest) [after, earliest] = [gesture.name, at]
  }
  return before === one.gesture.name || after === one.gesture.name
}

/** Seconds until which what was placed takes its hands. */
const busyAfter = (placed: readonly Placed[], before: number): number =>
  placed.reduce((end, { at, gesture }) => Math.max(end, at + gesture.sync.strokeEnd - gesture.sync.stroke), before)

function placeOf({ sentences }: Reading, word: number, before: number): { phrase: number; sentence: number } {
  const s = Math.max(
    0,
    sentences.findIndex(({ last }) => last >= word),
  )
  const phrase = sentences[s]?.phrases.findIndex(({ last }) => last >= word) ?? 0
  return { phrase: phrase + 100 * s, sentence: before + s }
}

const round = (value: number): number => Math.round(value * 100) / 100
