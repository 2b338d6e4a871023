import { isStepCount, type LanguageModel, streamText, tool } from 'ai'
import { EngineError } from '../../engine/api/host.ts'
import type { Mind, Reply, Turn } from './mind.ts'
import type { Persona } from './persona.ts'
import { sentencesOf } from './sentences.ts'
import { TOOLS } from './tools/index.ts'

export type ModelMindOptions = {
  readonly model: LanguageModel
  readonly persona: Persona
  /** Names the actor can do and show: what is none of them is left out of an answer. */
  readonly gestures: readonly string[]
  readonly expressions: readonly string[]
}

/** Tool calls in one answer, and characters of history that a model is told. */
const MOST_STEPS = 4
const MOST_HISTORY = 8000
/** A hint in an answer: "[wave]", "[happy]". Whatever stands in brackets is never spoken. */
const HINT = /\[([a-z-]{1,40})\]/g

/** A mind that asks a language model, and speaks each sentence as soon as it is whole. */
export function createModelMind({ model, persona, gestures, expressions }: ModelMindOptions): Mind {
  const system = systemPrompt(persona, gestures, expressions)
  return {
    name: persona.name,
    greet: () => [{ kind: 'say', text: persona.greeting[0]! }],
    async *reply(turn, signal): AsyncGenerator<Reply> {
      let failure: unknown
      const { textStream } = streamText({
        model,
        instructions: system,
        messages: [...toldHistory(turn), { role: 'user', content: `${turn.person.name}: ${turn.text}` }],
        tools: toolsFor(turn),
        stopWhen: isStepCount(MOST_STEPS),
        abortSignal: signal,
        maxRetries: 1,
        onError: ({ error }) => {
          failure = error
        },
      })
      let isAnswered = false
      for await (const sentence of sentencesOf(textStream)) {
        isAnswered = true
        yield* repliesOf(sentence, gestures, expressions)
      }
      if (failure !== undefined && !signal.aborted) throw brokenOff(failure, isAnswered)
    },
  }
}

/** A sentence with its hints: what the face and hands do comes before what is said. */
export function* repliesOf(
  sentence: string,
  gestures: readonly string[],
  expressions: readonly string[],
): Generator<Reply> {
  for (const [, name] of sentence.matchAll(HINT)) {
    if (gestures.includes(name!)) yield { kind: 'gesture', name: name! }
    if (expressions.includes(name!)) yield { kind: 'express', name: name! }
  }
  const text = sentence.replace(HINT, ' ').replace(/\s+/g, ' ').trim()
  if (text !== '') yield { kind: 'say', text }
}

const systemPrompt = ({ name, about }: Persona, gestures: readonly string[], expressions: readonly string[]): string =>
  [
    `You are ${name}, a character on a stage who talks with people. ${about}`,
    'You speak aloud: one to three short sentences, plain words, no lists, no markup, no emoji.',
    'You are an AI and say so when asked.',
    `Before a sentence you may put one hint in brackets: a gesture (${gestures.join(', ')}) or an expression (${expressions.join(', ')}).`,
    'Use a tool when someone asks for what it does, and then say what came of it.',
  ].join('\n')

/** The last of what was heard, newest kept, as a model is told it. */
function toldHistory({ history, person }: Turn): { role: 'user' | 'assistant'; content: string }[] {
  const told: { role: 'user' | 'assistant'; content: string }[] = []
  let length = 0
  for (const { by, name, text } of history.toReversed()) {
    length += text.length
    if (length > MOST_HISTORY) break
    const isPerson = by === person.id || name !== undefined
    told.unshift(
      by === 'host'
        ? { role: 'assistant', content: text }
        : { role: 'user', content: isPerson ? `${name}: ${text}` : text },
    )
  }
  // What was just said is the last of the history; it is told by itself.
  if (told.at(-1)?.role === 'user') told.pop()
  return told
}

const toolsFor = (turn: Turn) =>
  Object.fromEntries(
    TOOLS.map(({ name, description, input }) => [
      name,
      tool({ description, inputSchema: input, execute: (given: unknown) => turn.use(name, given) }),
    ]),
  )

const brokenOff = (cause: unknown, isAnswered: boolean): EngineError =>
  new EngineError(
    'mind/failed',
    isAnswered
      ? 'The language model broke off in the middle of its answer. Ask again.'
      : 'The language model does not answer. Ask again in a while.',
    { cause },
  )
