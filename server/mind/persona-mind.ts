import { createAnswering } from './answering.ts'
import { type Chosen, takeAnswer } from './choose-answer.ts'
import type { Mind, Reply, Talk, Turn } from './mind.ts'
import type { Persona } from './persona.ts'
import { requestIn } from './requests/index.ts'
import type { Request } from './requests/request.ts'
import { knownOf, newTalkState, type TalkState } from './talk-state.ts'
import { DONE } from './tools/tool.ts'
import { findWhen } from './tools/when.ts'

/**
 * A mind that was written down: it finds what is meant and answers with what stands in its persona. It follows a topic,
 * takes answers to its own questions, keeps what it is told, and uses every tool.
 */
export function createPersonaMind(persona: Persona): Mind {
  const answer = createAnswering(persona)
  const states = new WeakMap<Talk, TalkState>()
  const greeted = newTalkState('')

  function stateOf({ talk, person }: Turn): TalkState {
    const state = states.get(talk) ?? newTalkState(person.id)
    states.set(talk, state)
    return state
  }

  return {
    name: persona.name,
    greet: (person) => [
      { kind: 'express', name: 'friendly' },
      { kind: 'gesture', name: 'wave' },
      { kind: 'say', text: takeAnswer(persona.greeting, knownOf({ people: new Map() }, person), greeted, true).say },
    ],
    async *reply(turn) {
      const state = stateOf(turn)
      const known = knownOf(state, turn.person)
      const request = requestIn(turn.text, turn.now, persona.name) ?? timeFor(state.untimed, turn)
      state.untimed = undefined
      if (request === undefined) {
        const chosen = answer(turn.text, state, known)
        state.question = chosen.findLast(({ asks }) => asks !== undefined)?.asks
        for (const one of chosen) yield* perform(one, turn)
        return
      }
      state.question = undefined
      const came = await turn.use(request.tool, request.input)
      const said = came === DONE ? takeAnswer(persona.done, known, state).say : came
      if (request.lacks === 'time') state.untimed = (request.input as { text: string }).text
      yield { kind: 'say', text: request.lacks === 'time' ? `${said} ${WHEN}` : said }
    },
  }
}

/** What is asked where someone wants to be reminded, and does not say when. */
const WHEN = 'When shall I remind you?'
/** An answer to that is a time and little more. */
const MOST_TIME_WORDS = 7

/** "In ten minutes": when to be reminded of what was asked for before. */
function timeFor(untimed: string | undefined, { text, now }: Turn): Request | undefined {
  if (untimed === undefined || text.split(/\s+/).length > MOST_TIME_WORDS) return undefined
  const when = findWhen(text, { now, zone: 'UTC' })
  return when && { tool: 'changeTodo', input: { which: untimed, due: when.words, remind: when.words } }
}

async function* perform({ say, gesture, express, uses }: Chosen, { use }: Turn): AsyncGenerator<Reply> {
  if (uses !== undefined) await use(uses.tool, uses.input)
  if (express !== undefined) yield { kind: 'express', name: express }
  if (gesture !== undefined) yield { kind: 'gesture', name: gesture }
  yield { kind: 'say', text: say }
}
