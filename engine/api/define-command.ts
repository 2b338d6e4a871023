import type * as z from 'zod'
import { EngineError } from '../core/errors.ts'
import type { World } from '../world/world.ts'

/** What a command does to the stage; becomes a tool's hint. */
export type Effect = 'reads' | 'changes' | 'removes'

/**
 * One request that a stage understands, as a record: method, network message, tool and log entry derive from it.
 *
 * `check` refuses what the schema cannot see (an unknown name) when the command is given, before it reaches the log.
 * `apply` is pure and runs in a tick.
 */
export type Command<Schema extends z.ZodType = z.ZodType> = {
  readonly name: string
  readonly description: string
  readonly input: Schema
  readonly effect: Effect
  readonly check?: (world: World, input: z.output<Schema>) => void
  readonly apply: (world: World, input: z.output<Schema>) => void
}

export const defineCommand = <Schema extends z.ZodType>(command: Command<Schema>): Command<Schema> => command

/**
 * Parses a command's input by its schema.
 *
 * @throws `api/bad-input`, one sentence for each fault, with its path.
 */
export function parseInput<Schema extends z.ZodType>(command: Command<Schema>, input: unknown): z.output<Schema> {
  const result = command.input.safeParse(input)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
  throw new EngineError('api/bad-input', `Command "${command.name}" cannot use its input. ${faults.join('; ')}.`)
}
