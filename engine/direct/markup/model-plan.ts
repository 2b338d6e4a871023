import * as z from 'zod'
import { knownDirection } from './known-direction.ts'
import type { Asked, Script, Vocabulary } from './script.ts'
import { createScriptWriter, PLAIN, type ScriptWriter } from './script-writer.ts'

const intensity = z.number().min(0).max(1).optional()
const on = z.string().max(80).optional().describe('The word it goes with, as it stands in "say"; default: the first')

/** What a language model may give instead of a text: sentences with what the body does along with each. */
export const modelPlanSchema = z.strictObject({
  plan: z
    .array(
      z.strictObject({
        say: z.string().min(1).max(2000).describe('A sentence or two, without directions in it'),
        express: z
          .strictObject({ name: z.string().max(80), intensity })
          .optional()
          .describe('Face, from this sentence on'),
        gestures: z
          .array(z.strictObject({ name: z.string().max(80), on, intensity }))
          .max(6)
          .optional(),
        look: z.enum(['listener', 'screen', 'up', 'down', 'left', 'right']).optional(),
        pause: z.number().min(0).max(10).optional().describe('Seconds of silence after it'),
        rate: z.number().min(0.5).max(2).optional(),
      }),
    )
    .min(1)
    .max(40),
})

type Sentence = z.infer<typeof modelPlanSchema>['plan'][number]

/**
 * Reads a plan that a language model gave as JSON.
 *
 * One that breaks the schema is told as a problem; what it says is saved from it where that can be found, and the body
 * follows the rules.
 */
export function readModelPlan(text: string, vocabulary: Vocabulary): Script {
  const writer = createScriptWriter()
  const json = text.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, '')
  const parsed = parse(json)
  if (typeof parsed === 'string') {
    writer.tell({ line: 1, column: 1, message: `The model's plan is left aside, and rules direct instead: ${parsed}.` })
    for (const said of saidIn(json)) writer.say(`${said} `)
  } else for (const sentence of parsed) direct(writer, sentence, vocabulary)
  return writer.script()
}

/** Its sentences, or what is wrong with it. */
function parse(json: string): readonly Sentence[] | string {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch (error) {
    return (error as Error).message
  }
  const result = modelPlanSchema.safeParse(data)
  if (result.success) return result.data.plan
  const { path, message } = result.error.issues[0]!
  return `${path.join('.') || 'plan'}: ${message}`
}

/** Whatever stands behind a "say", in a plan that is cut off or goes beyond its schema; all of it where there is none. */
function saidIn(json: string): string[] {
  const said = [...json.matchAll(/"say"\s*:\s*"((?:[^"\\]|\\.)*)/g)].map(([, quoted]) => unquote(quoted!))
  return said.length > 0 ? said : [json]
}

function unquote(quoted: string): string {
  try {
    return JSON.parse(`"${quoted}"`) as string
  } catch {
    return quoted.replace(/\\./g, ' ')
  }
}

function direct(writer: ScriptWriter, sentence: Sentence, vocabulary: Vocabulary): void {
  const { say, express, gestures = [], look, pause, rate = 1 } = sentence
  const ask = (name: string, value: string | undefined): Asked | undefined => {
    const asked = knownDirection(name, value, vocabulary)
    if (typeof asked !== 'string') return asked
    writer.tell({ line: 1, column: 1, message: asked })
    return undefined
  }
  if (express !== undefined) place(writer, ask(express.name, express.intensity?.toString()))
  if (look !== undefined) writer.direct({ type: 'look', at: look })
  let from = 0
  for (const { name, on, intensity } of [...gestures].sort((a, b) => placeIn(say, a.on) - placeIn(say, b.on))) {
    const at = placeIn(say, on)
    writer.say(say.slice(from, at), { ...PLAIN, rate })
    from = Math.max(from, at)
    place(writer, ask(name, intensity?.toString()))
  }
  writer.say(`${say.slice(from)} `, { ...PLAIN, rate })
  if (pause !== undefined) writer.pause(pause)
}

function place(writer: ScriptWriter, asked: Asked | undefined): void {
  if (asked !== undefined) writer.direct(asked)
}

const placeIn = (say: string, on: string | undefined): number =>
  on === undefined ? 0 : Math.max(0, say.toLowerCase().indexOf(on.toLowerCase()))
