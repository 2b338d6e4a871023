import * as z from 'zod'
import {
  DEFAULT_CULTURE,
  DEFAULT_MANNER,
  type DiskContent,
  EngineError,
  mannerismsSchema,
  NO_MANNERISMS,
  openContent,
  readContentFile,
  requireListed,
} from '../../engine/api/host.ts'

const key = z.string().regex(/^[a-z0-9-]+$/, { error: 'must be lower-case letters, digits and dashes' })
const sentence = z.string().min(1).max(400)
const sentences = z.array(sentence).min(1)

/** What an actor can know of the person it talks with; `{like}` in an answer stands for what was told. */
export const FACTS = ['name', 'like', 'dislike', 'home', 'work', 'have'] as const
export type Fact = (typeof FACTS)[number]
/** What an answer may leave open. */
const PLACEHOLDER = new RegExp(`\\{(?!(?:${[...FACTS, 'said'].join('|')})\\})`)

const said = z
  .string()
  .min(1)
  .max(1500)
  .refine((text) => !PLACEHOLDER.test(text), { error: `may leave open only {${[...FACTS, 'said'].join('}, {')}}` })

/** A sentence or more; with what goes along with it, and what it leads to. */
const answer = z.union([
  said,
  z.strictObject({
    say: said,
    gesture: key.optional(),
    express: key.optional(),
    asks: key.optional().describe('Question that the answer ends with: what comes next is taken as its answer'),
    uses: z.strictObject({ tool: z.string(), input: z.record(z.string(), z.string()) }).optional(),
    unless: z.enum(FACTS).optional().describe('Left out once this is known of the person'),
  }),
])
const answers = z.array(answer).min(1)

const intent = z.strictObject({
  answers,
  examples: sentences.optional().describe('What people say who mean it, beside what stands in content/phrases'),
  more: answers.optional().describe('What there is to add, in order, for "tell me more"'),
  why: answers.optional(),
  you: answers.optional().describe('What the actor says of itself, for "and you?"; default: the answers'),
  gesture: key.optional(),
  express: key.optional(),
})

const question = z.strictObject({
  yes: answers.optional(),
  no: answers.optional(),
  when: z.array(z.strictObject({ words: sentences.describe('Any of them decides'), answers })).optional(),
  other: answers.describe('For whatever else is answered'),
  learns: z.enum(FACTS).optional().describe('What an answer of a few words tells of the person'),
})

/** How an actor moves: by a manner or one between two, at home somewhere, with habits of its own. */
const performanceSchema = z.strictObject({
  manner: key.default(DEFAULT_MANNER),
  towards: key.optional().describe('A second manner to mix in'),
  share: z.number().min(0).max(1).default(0.5).describe('How far from the first to the second'),
  culture: key.default(DEFAULT_CULTURE),
  mannerisms: mannerismsSchema.default(NO_MANNERISMS),
})

export type Performance = z.output<typeof performanceSchema>

/** Of who has nothing of its own. */
export const PLAIN_PERFORMANCE: Performance = performanceSchema.parse({})

/** `content/personas/<name>.json`: who an actor is, with a language model and without. */
export const personaSchema = z
  .strictObject({
    version: z.literal(1),
    name: z.string().min(1).max(40),
    /** What the actor wears, speaks with and stands in where nobody chose otherwise. */
    avatar: key,
    voice: key,
    stage: key.optional(),
    about: z.string().min(1).max(2000).describe('Who the actor is, told to a language model as "You …"'),
    manner: z.string().min(1).max(500).describe('How it speaks: tone, humour, length'),
    performance: performanceSchema.default(PLAIN_PERFORMANCE).describe('How it moves while talking'),
    formality: z.enum(['casual', 'polite', 'formal']),
    knowledge: z
      .record(z.string().min(1).max(40), sentences)
      .describe('What it knows, by topic, in its own words ("I like tea."); a language model is told all of it'),
    examples: z
      .array(z.strictObject({ person: sentence, answer: sentence }))
      .max(12)
      .describe('How it answers, for a language model to go on in the same way'),
    greeting: z.array(said).min(1),
    fallback: answers.describe('What it says to what it does not understand'),
    listening: answers.describe('What it says to something told that it does not understand: it listens'),
    done: sentences.describe('What it says when it has done something that needs no words'),
    phrases: key.describe('File in content/phrases: what people say'),
    intents: z.record(key, intent),
    learned: z.partialRecord(z.enum(FACTS), intent).describe('What it says when it is told something about the person'),
    questions: z.record(key, question),
  })
  .superRefine((persona, context) => {
    for (const [path, name] of askedIn(persona))
      if (!Object.hasOwn(persona.questions, name))
        context.addIssue({ code: 'custom', path, message: `asks "${name}", which is none of the questions` })
  })

type PersonaFile = z.output<typeof personaSchema>
/** A persona with what it can be told; every intent's examples stand in `phrases`. */
export type Persona = Omit<PersonaFile, 'phrases'> & { readonly phrases: Phrases }
export type Answer = z.output<typeof answer>
export type PersonaIntent = z.output<typeof intent>
export type Question = z.output<typeof question>

/** `content/phrases/<language>.json`: what people say, by what they mean and by what they tell. */
export const phrasesSchema = z.strictObject({
  version: z.literal(1),
  description: z.string(),
  intents: z.record(key, sentences),
  /** What is told stands in place of `{}`; `*` is a word or two. */
  facts: z.record(z.enum(FACTS), z.array(z.string().includes('{}'))),
})

export type Phrases = z.output<typeof phrasesSchema>

/**
 * Refuses what an actor would have to do on a stage and cannot.
 *
 * @throws  `stage/unknown-manner`, `stage/unknown-culture`
 */
async function checkPerformance(
  { list }: DiskContent,
  { manner, towards = manner, culture }: Performance,
): Promise<void> {
  const manners = await list('manners')
  for (const name of [manner, towards]) requireListed(manners, name, 'manner', 'stage/unknown-manner')
  requireListed(await list('cultures'), culture, 'culture', 'stage/unknown-culture')
}

/** @throws `content/*` where a file is missing or wrong, `mind/unknown-intent` where nobody can say what is answered. */
export async function loadPersona(name: string): Promise<Persona> {
  const content = openContent()
  const file = await readContentFile(content, `personas/${name}.json`, personaSchema)
  const phrases = await readContentFile(content, `phrases/${file.phrases}.json`, phrasesSchema)
  await checkPerformance(content, file.performance)
  const examples = { ...phrases.intents }
  for (const [intent, { examples: own = [] }] of Object.entries(file.intents)) {
    const all = [...(examples[intent] ?? []), ...own]
    if (all.length === 0)
      throw new EngineError(
        'mind/unknown-intent',
        `Persona "${name}" answers "${intent}", for which content/phrases/${file.phrases}.json has no examples. Add them there, or give the intent examples of its own.`,
      )
    examples[intent] = all
  }
  return { ...file, phrases: { ...phrases, intents: examples } }
}

/** Every question that an answer ends with, and where it stands. */
function askedIn(value: unknown, path: readonly string[] = []): [path: string[], name: string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]): [string[], string][] =>
    name === 'asks' && typeof inner === 'string' ? [[[...path, name], inner]] : askedIn(inner, [...path, name]),
  )
}
