import * as z from 'zod'
import { openContent, readContentFile } from '../../engine/api/host.ts'
import { createIntentMatcher } from './intents.ts'
import type { Mind, Reply } from './mind.ts'
import { requestIn } from './requests.ts'

const sentences = z.array(z.string().min(1).max(400)).min(1)

/** `content/personas/<name>.json`: who an actor is, without any model. */
export const personaSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1).max(40),
  about: z.string().min(1).max(2000).describe('Who the actor is and how it speaks, for a language model'),
  greeting: sentences,
  fallback: sentences,
  intents: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        examples: sentences.describe('What people say who mean it'),
        answers: sentences,
        gesture: z.string().optional(),
        express: z.string().optional(),
      }),
    )
    .min(1),
})

export type Persona = z.output<typeof personaSchema>

export const loadPersona = (name: string): Promise<Persona> =>
  readContentFile(openContent(), `personas/${name}.json`, personaSchema)

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
