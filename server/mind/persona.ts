import * as z from 'zod'
import { openContent, readContentFile } from '../../engine/api/host.ts'

const sentence = z.string().min(1).max(400)
const sentences = z.array(sentence).min(1)
const fileName = z.string().regex(/^[a-z0-9-]+$/, { error: 'must be the name of a file in content' })

/** `content/personas/<name>.json`: who an actor is, with a language model and without. */
export const personaSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1).max(40),
  /** What the actor wears, speaks with and stands in where nobody chose otherwise. */
  avatar: fileName,
  voice: fileName,
  stage: fileName.optional(),
  about: z.string().min(1).max(2000).describe('Who the actor is, told to a language model as "You …"'),
  manner: z.string().min(1).max(500).describe('How it speaks: tone, humour, length'),
  formality: z.enum(['casual', 'polite', 'formal']),
  /** What it knows, by topic; a language model is told all of it. */
  knowledge: z.record(z.string().min(1).max(40), sentences),
  /** How it answers, for a language model to go on in the same way. */
  examples: z.array(z.strictObject({ person: sentence, answer: sentence })).max(12),
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
