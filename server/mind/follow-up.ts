import { readFact } from './facts.ts'
import type { Answer, Question } from './persona.ts'
import { readText } from './read-text.ts'
import type { KnownFacts } from './talk-state.ts'
import { isPlain, type Understood } from './understand.ts'

/** How a question is answered that asks for yes or no. */
type Word = 'yes' | 'no' | 'neither'

const WORDS: Readonly<Record<string, Word>> = {
  yes: 'yes',
  agree: 'yes',
  no: 'no',
  disagree: 'no',
  'dont-know': 'no',
  maybe: 'neither',
}
/** "Yes, since I was a child": how it begins decides. */
const BEGINNINGS: readonly (readonly [RegExp, Word])[] = [
  [/^(?:oh |well,? )?(?:yes|yeah|yep|yup|sure|of course|definitely|absolutely)\b/i, 'yes'],
  [/^(?:oh |well,? )?(?:no|nope|nah|never)\b/i, 'no'],
]

/**
 * What follows when a person answers a question of the actor's.
 *
 * @param known  Is told what the answer tells.
 * @returns      undefined where something else was said: it is answered for itself.
 */
export function followUp(
  question: Question,
  parts: readonly Understood[],
  known: KnownFacts,
): readonly Answer[] | undefined {
  const answers = parts.filter(({ meant }) => meant?.name !== 'you')
  const decided = question.when?.find(({ words }) => words.some((phrase) => isSaid(phrase, answers)))
  if (decided !== undefined) return decided.answers
  const word = answers.map(wordOf).find((one) => one !== undefined)
  if (word === 'yes' && question.yes !== undefined) return question.yes
  if (word === 'no' && question.no !== undefined) return question.no
  if (word !== undefined) return question.other
  const [first] = answers
  if (first === undefined || ASKING.test(first.sentence.text) || !isPlain(first)) return undefined
  if (first.told !== undefined && first.told.fact !== question.learns) return undefined
  if (question.learns !== undefined && first.told === undefined) {
    const value = readFact(question.learns, first.sentence.text)
    if (value !== undefined) known.set(question.learns, value)
  }
  return question.other
}

/** A sentence that asks something of its own; a guess may end with a question mark, too. */
const ASKING =
  /^(?:and |but |so )?(?:who|what|where|when|why|how|which|whose|do|does|did|are|is|can|could|would|will|have|has|should|may)\b(?! it\b).*\?\s*$/i

const wordOf = ({ meant, sentence }: Understood): Word | undefined =>
  BEGINNINGS.find(([form]) => form.test(sentence.text))?.[1] ?? WORDS[meant?.name ?? '']

/** Whether all words of a phrase stand in what was said. */
function isSaid(phrase: string, parts: readonly Understood[]): boolean {
  const said = new Set(parts.flatMap(({ sentence }) => sentence.words))
  return readText(phrase).every(({ words }) => words.every((word) => said.has(word)))
}
