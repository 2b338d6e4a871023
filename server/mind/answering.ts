import { type Chosen, takeAnswer } from './choose-answer.ts'
import { followUp } from './follow-up.ts'
import type { Answer, Persona, PersonaIntent } from './persona.ts'
import type { KnownFacts, TalkState } from './talk-state.ts'
import { createUnderstanding, essentialOf, isAside, isTale, type Understood } from './understand.ts'

/** Parts of a text that are answered: who says more at once does not wait for an answer to each. */
const MOST_PARTS = 2
/** What means something by what was said before alone. */
const LINKS = new Set(['more', 'why', 'you', 'repeat', 'yes', 'no', 'maybe', 'dont-know'])

/** @returns  A function that answers a text with what stands in a persona; it moves the talk on. */
export function createAnswering(persona: Persona): (text: string, state: TalkState, known: KnownFacts) => Chosen[] {
  const { intents, learned, questions, fallback, listening } = persona
  const understand = createUnderstanding(persona)

  /** What is answered to what is meant; a tale is told in its order. */
  function answersTo(meant: string, topic: PersonaIntent | undefined): readonly [Answer[], isInOrder?: boolean] {
    const own = intents[meant]?.answers ?? fallback
    if (meant === 'more' && topic !== undefined) return [[...(topic.more ?? topic.answers), ...own], true]
    if (meant === 'why') return [topic?.why ?? own]
    if (meant === 'you') return [topic?.you ?? topic?.answers ?? own]
    return [own]
  }

  function answer({ meant, told }: Understood, state: TalkState, known: KnownFacts): Chosen {
    const heard = told === undefined ? undefined : learned[told.fact]
    if (heard !== undefined) {
      state.topic = heard
      return { ...hintsOf(heard), ...takeAnswer(heard.answers, known, state) }
    }
    if (meant === undefined) return takeAnswer(fallback, known, state)
    const [answers, isInOrder] = answersTo(meant.name, state.topic)
    const intent = intents[meant.name]
    if (intent !== undefined && !LINKS.has(meant.name) && !isAside(meant.name)) state.topic = intent
    return { ...hintsOf(intent), ...takeAnswer(answers, known.set('said', state.last), state, isInOrder) }
  }

  return (text, state, known) => {
    const parts = understand(text)
    for (const { told } of parts) if (told !== undefined) known.set(told.fact, told.value)
    const question = questions[state.question ?? '']
    const follow = question === undefined ? undefined : followUp(question, parts, known)
    if (follow === undefined) {
      const essential = essentialOf(parts, MOST_PARTS)
      return essential.length === 0
        ? [takeAnswer(parts.some(isTale) ? listening : fallback, known, state)]
        : essential.map((part) => answer(part, state, known))
    }
    const echo = parts.find(({ meant }) => meant?.name === 'you')
    return [takeAnswer(follow, known, state), ...(echo === undefined ? [] : [answer(echo, state, known)])]
  }
}

const hintsOf = (intent: PersonaIntent | undefined): Pick<Chosen, 'gesture' | 'express'> => ({
  ...(intent?.gesture === undefined ? {} : { gesture: intent.gesture }),
  ...(intent?.express === undefined ? {} : { express: intent.express }),
})
