import { jsonSchema, type Tool, tool } from 'ai'
import * as z from 'zod'
import type { Turn } from './mind.ts'
import { TOOLS } from './tools/index.ts'

/** Tools used in one answer. */
const MOST_USES = 8

/** The tools of a turn as a model takes them, and what they have answered so far. */
export function toolsFor(turn: Turn): { readonly set: Record<string, Tool>; readonly answers: readonly string[] } {
  const answers: string[] = []
  let uses = 0

  async function use(name: string, given: unknown): Promise<string> {
    if (++uses > MOST_USES) return 'That were enough tools. Answer now.'
    const answer = await turn.use(name, given)
    answers.push(answer)
    return answer
  }

  const set = TOOLS.map(({ name, description, input }) => [
    name,
    tool({
      description,
      inputSchema: jsonSchema(schemaOf(input), { validate: (given) => checked(input, given) }),
      execute: (given: unknown) => use(name, given),
    }),
  ])
  return { set: Object.fromEntries(set), answers }
}

/** A schema without the address of its dialect, which takes a seventh of what tools take, and tells a model nothing. */
export function schemaOf(input: z.ZodType): z.core.JSONSchema.JSONSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' })
  return schema
}

function checked(input: z.ZodType, given: unknown) {
  const { success, data, error } = input.safeParse(given)
  return success ? { success, value: data } : { success, error }
}
