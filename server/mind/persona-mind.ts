import { createIntentMatcher } from './intents.ts'
import type { Mind, Reply } from './mind.ts'
import type { Persona } from './persona.ts'
import { requestIn } from './requests.ts'

/** A mind that was written down: it finds what is meant and answers in turn with what stands there. */
export function createPersonaMind({ name, greeting, fallback, intents }: Persona): Mind {
  const match = createIntentMatcher(intents)
  const turns = new Map<string, number>()

  /** The next of several sentences, so that nobody hears the same one twice in a row. */
  function next(key: string, choices: readonly string[]): string {
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    return choices[turn % choices.length]!
  }

  return {
    name,
    greet: () => [
      { kind: 'express', name: 'friendly' },
      { kind: 'gesture', name: 'wave' },
      { kind: 'say', text: next('greeting', greeting) },
    ],
    async *reply({ text, use, now }): AsyncGenerator<Reply> {
      const request = requestIn(text, now)
      if (request !== undefined) {
        yield { kind: 'gesture', name: 'nod' }
        yield { kind: 'say', text: await use(request.tool, request.input) }
        return
      }
      const intent = match(text)
      if (intent?.express !== undefined) yield { kind: 'express', name: intent.express }
      if (intent?.gesture !== undefined) yield { kind: 'gesture', name: intent.gesture }
      yield { kind: 'say', text: next(intent?.name ?? 'fallback', intent?.answers ?? fallback) }
    },
  }
}
