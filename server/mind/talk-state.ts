import type { SaidBefore } from './choose-answer.ts'
import type { Turn } from './mind.ts'
import type { Fact, PersonaIntent } from './persona.ts'

/** What a person told in a talk; `said` is what the actor said last. */
export type KnownFacts = Map<Fact | 'said', string>

/** What a persona keeps of a talk. */
export type TalkState = SaidBefore & {
  /** What is talked about. */
  topic: PersonaIntent | undefined
  /** What the actor asked last, by the name of the question. */
  question: string | undefined
  /** A todo without a time: the next thing said may be when to be reminded of it. */
  untimed: string | undefined
  /** By the id of who told it. */
  readonly people: Map<string, KnownFacts>
}

/** @param seed  Talks of different seeds begin with different answers. */
export const newTalkState = (seed: string): TalkState => ({
  counts: new Map(),
  asked: new Set(),
  last: '',
  first: [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7),
  topic: undefined,
  question: undefined,
  untimed: undefined,
  people: new Map(),
})

/** People of whom a talk keeps what they told: rooms stay open for weeks, and people come and go. */
const MOST_PEOPLE = 300

/** What is known of someone in a talk; a guest's name is none. */
export function knownOf({ people }: Pick<TalkState, 'people'>, { id, name }: Turn['person']): KnownFacts {
  const known: KnownFacts = people.get(id) ?? new Map(/^guest\b/i.test(name) ? [] : [['name', name]])
  // Who spoke last is kept longest.
  people.delete(id)
  people.set(id, known)
  if (people.size > MOST_PEOPLE) people.delete(people.keys().next().value!)
  return known
}
