import type { Answer, Fact } from './persona.ts'

/** What an answer may leave open, with what is known of it. */
export type Known = ReadonlyMap<Fact | 'said', string>

/** What was said in a talk, so that nothing is said twice that need not be. */
export type SaidBefore = {
  /** How often, by the answer as it is written. */
  readonly counts: Map<string, number>
  /** Questions that were asked. */
  readonly asked: Set<string>
  /** The last answer as it was spoken. */
  last: string
  /** Of several answers never given, which comes first: talks differ in it. */
  readonly first: number
}

/** An answer that can be spoken: nothing is left open in it. */
export type Chosen = Exclude<Answer, string>

/** Weights by which answers are put off, the lightest first. */
const LAST_ONE = 1000
const SAID_ONCE = 10
const ASKED = 5
const IMPERSONAL = 1

/**
 * Takes an answer: one said least often, never the last one again where there is another, no question twice where there
 * is an answer without, and rather one that names what the person told.
 *
 * @param before     Is told what is taken.
 * @param isInOrder  Takes the first of those said least often: a tale has an order.
 */
export function takeAnswer(answers: readonly Answer[], known: Known, before: SaidBefore, isInOrder = false): Chosen {
  const written = answers.map((answer) => (typeof answer === 'string' ? { say: answer } : answer))
  const start = isInOrder ? 0 : before.first
  const turned = written.map((_, at) => written[(at + start) % written.length]!)
  const fitting = turned.filter((answer) => fits(answer, known))
  const taken = (fitting.length > 0 ? fitting : turned)
    .map((answer) => ({ answer, burden: burdenOf(answer, known, before) }))
    .reduce((lightest, one) => (one.burden < lightest.burden ? one : lightest)).answer
  const say = fill(taken.say, known)
  before.counts.set(taken.say, (before.counts.get(taken.say) ?? 0) + 1)
  if (taken.asks !== undefined) before.asked.add(taken.asks)
  before.last = say
  return taken.uses === undefined ? { ...taken, say } : { ...taken, say, uses: filledIn(taken.uses, known) }
}

const fits = ({ say, unless }: Chosen, known: Known): boolean =>
  (unless === undefined || !known.has(unless)) && [...say.matchAll(OPEN)].every(([, name]) => known.has(name as Fact))

function burdenOf({ say, asks }: Chosen, known: Known, { counts, asked, last }: SaidBefore): number {
  const repeats = fill(say, known) === last ? LAST_ONE : 0
  const asksAgain = asks !== undefined && asked.has(asks) ? ASKED : 0
  return repeats + SAID_ONCE * (counts.get(say) ?? 0) + asksAgain + (OPEN_ONE.test(say) ? 0 : IMPERSONAL)
}

const OPEN = /\{(\w+)\}/g
const OPEN_ONE = /\{\w+\}/

/** A name that nobody told is left out, with the comma that goes with it. */
const fill = (say: string, known: Known): string =>
  say
    .replace(/(,? ?)\{(\w+)\}/g, (_, before: string, name: string) => {
      const value = known.get(name as Fact)
      return value === undefined ? '' : `${before}${value}`
    })
    // What was told may open a sentence.
    .replace(/^\p{Ll}/u, (first) => first.toUpperCase())

const filledIn = ({ tool, input }: NonNullable<Chosen['uses']>, known: Known): NonNullable<Chosen['uses']> => ({
  tool,
  input: Object.fromEntries(Object.entries(input).map(([name, value]) => [name, fill(value, known)])),
})
