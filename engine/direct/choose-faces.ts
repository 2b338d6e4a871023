import { random } from '../core/random.ts'
import type { ExpressAct } from '../plan/acts.ts'
import type { DirectingMemory, Performer } from './performer.ts'
import type { Emotion } from './read/emotion-words.ts'
import type { PhraseReading, Reading, SentenceReading } from './read/read-text.ts'
import { FACE_RULES } from './rules.ts'

/** A feeling weaker than this leaves the face to itself. */
const LEAST = 0.2
/** A feeling that only goes on shows this share of itself. */
const MOOD_SHOWN = 0.5
/** Same feelings never look quite the same: strength varies by so much. */
const VARIATION = 0.1
/** Words by which a face comes before the word that is felt: its onset takes as long as they do. */
const LEAD_WORDS = 1
/** A second feeling of a phrase shows this share of itself under the first, and not at all where they are told further apart, words. */
const SECOND_SHOWN = 0.75
const TOGETHER_WORDS = 6

type Feeling = { readonly name: Emotion; readonly strength: number }
type Face = Feeling & { readonly word: number; readonly until: number; readonly second?: Feeling | undefined }

export type FaceChoosing = {
  readonly performer: Performer
  readonly memory: DirectingMemory
  /** Stressed moment of each word, seconds from the part's start. */
  readonly moments: readonly number[]
  readonly isFirst: boolean
}

/**
 * Chooses faces for a part: of each phrase its strongest feeling, mixed with its second one, else what its words ask for,
 * else the mood that goes on. A face stays until the next, or until its sentence ends.
 */
export function chooseFaces(
  reading: Reading,
  { performer, memory, moments, isFirst }: FaceChoosing,
  asked: readonly ExpressAct[],
): ExpressAct[] {
  const acts: ExpressAct[] = [...asked]
  let mood = memory.reading.mood
  for (const [s, sentence] of reading.sentences.entries()) {
    const isAsked = asked.some(({ word }) => word >= sentence.first && word <= sentence.last)
    const faces = facesOf(sentence, mood).filter(({ name }) => performer.expressions.has(name))
    mood = sentence.mood
    if (isAsked) continue
    const varied = (i: number) =>
      1 + VARIATION * (2 * random(performer.seed, `face/${performer.actor}/${memory.sentences + s}`, i) - 1)
    faces.forEach(({ name, strength, word, until, second }, i) => {
      if (isFirst && moments[word]! < performer.ordered.face) return
      const intensityOf = (felt: number) => Math.round(100 * Math.min(1, felt * varied(i))) / 100
      const joined =
        second === undefined || !performer.expressions.has(second.name)
          ? {}
          : { with: { name: second.name, intensity: intensityOf(second.strength) } }
      acts.push({ type: 'express', name, word, until, intensity: intensityOf(strength), ...joined, by: 'rules' })
    })
  }
  return acts
}

function facesOf(sentence: SentenceReading, mood: Reading['memory']['mood']): Face[] {
  const faces: Face[] = []
  for (const phrase of sentence.phrases) {
    const face = faceOf(phrase, sentence)
    if (face === undefined) continue
    const before = faces.at(-1)
    if (before?.name === face.name) {
      faces[faces.length - 1] = { ...before, strength: Math.max(before.strength, face.strength) }
      continue
    }
    if (before !== undefined) faces[faces.length - 1] = { ...before, until: Math.max(before.word, face.word - 1) }
    faces.push(face)
  }
  if (faces.length > 0 || mood === undefined || mood.strength * MOOD_SHOWN < LEAST) return faces
  return [{ name: mood.emotion, strength: mood.strength * MOOD_SHOWN, word: sentence.first, until: sentence.last }]
}

function faceOf(phrase: PhraseReading, { findings, last, first }: SentenceReading): Face | undefined {
  const felt = phrase.feelings[0]
  let best = felt === undefined ? undefined : { name: felt.emotion, strength: felt.strength, word: felt.word }
  for (const { what, word, strength } of findings) {
    const rule = FACE_RULES[what]
    if (rule === undefined || word < phrase.first || word > phrase.last) continue
    const shown = rule[1] * strength
    if (best === undefined || shown > best.strength) best = { name: rule[0], strength: shown, word }
  }
  if (best === undefined || best.strength < LEAST) return undefined
  return {
    ...best,
    second: secondOf(phrase, best),
    word: Math.max(first, phrase.first, best.word - LEAD_WORDS),
    until: last,
  }
}

/** What else is felt along with a face. */
function secondOf({ feelings }: PhraseReading, best: Feeling & { readonly word: number }): Feeling | undefined {
  const other = feelings.find(({ emotion }) => emotion !== best.name)
  if (other === undefined || Math.abs(other.word - best.word) > TOGETHER_WORDS) return undefined
  const strength = Math.min(other.strength, best.strength) * SECOND_SHOWN
  return strength < LEAST ? undefined : { name: other.emotion, strength }
}
