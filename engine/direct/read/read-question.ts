import type { Finding, FindingName } from './finding.ts'
import { WH_WORD } from './function-words.ts'
import type { SpokenText } from './spoken-text.ts'
import type { BareWord, Span } from './words.ts'

const QUESTION_MARK = /[?？؟][^\p{L}\p{N}]*$/u
const TAG =
  /(?:^|[\s,])(?:(?:is|are|was|were|do|does|did|have|has|had|wo|would|ca|could|should|must)n't|(?:am|is|are|was|were|do|does|did|have|has|had|will|would|can|could|should)(?: not)?|innit) ?(?:i|you|he|she|it|we|they|there)\?$|, ?(?:right|okay|ok|yeah|eh|huh|no|hmm|remember|correct)\?$/
/** What may stand before a question begins. */
const LEAD_IN = /^(?:and|but|so|oh|well|hey|then|now|or|okay|ok|please|hello|hi|yes|no|um|uh|hmm|tell|me|wait)$/

/** Kind of question that a sentence asks, if it asks one; on the word that carries its focus. */
export function readQuestion(
  words: readonly BareWord[],
  sentence: Span,
  { focus, spoken }: { readonly focus: number; readonly spoken: SpokenText | undefined },
): Finding[] {
  const { first, last } = sentence
  if (!words.slice(first, last + 1).some(({ written }) => QUESTION_MARK.test(written))) return []
  return [{ what: kindOf(words, sentence, spoken), word: focus, ...sentence, strength: 0.8 }]
}

function kindOf(words: readonly BareWord[], { first, last }: Span, spoken: SpokenText | undefined): FindingName {
  if (spoken === undefined) return 'question'
  const said = words.slice(first, last + 1).filter(({ bare }) => bare !== '')
  const start = said.findIndex(({ bare }) => !LEAD_IN.test(bare))
  const asks = (i: number): boolean => {
    const bare = said[i]?.bare ?? ''
    return (
      WH_WORD.test(bare) ||
      (/^(?:in|at|to|for|of|by|with|from|on)$/.test(bare) && WH_WORD.test(said[i + 1]?.bare ?? ''))
    )
  }
  // "You want that, don't you?" but not "Do you?", which is all of the question.
  if (TAG.test(spoken.text) && said.length > 3 && !asks(start)) return 'tagQuestion'
  // After a comma a question may begin anew: "Tell me, who are you?"
  const isWh = asks(start) || said.some(({ endsClause }, i) => endsClause && asks(i + 1))
  return isWh ? 'whQuestion' : 'yesNoQuestion'
}
