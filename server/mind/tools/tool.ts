import type * as z from 'zod'
import type { Stage } from '../../../engine/api/host.ts'
import type { Memories } from '../../store/memories.ts'
import type { Todos } from '../../store/todos.ts'

/** What a tool may use, and for whom. */
export type ToolContext = {
  /** Whose todos and memories they are. */
  readonly owner: string
  readonly now: () => Date
  /** Where the person's clock stands, an IANA name such as "Europe/Berlin". */
  readonly zone: string
  readonly todos: Todos
  readonly memories: Memories
  readonly stage: Stage
  /** Id of the actor that was asked. */
  readonly actor: string
}

/**
 * Something an actor can do when it is asked to. What it answers is a sentence that can be said, or read by a language
 * model: it names what was done, or what was wrong and what to do instead.
 */
export type Tool<Schema extends z.ZodObject = z.ZodObject> = {
  readonly name: string
  readonly description: string
  readonly input: Schema
  /** What a person sees who looks at their todos and memories. */
  readonly changes?: 'lists'
  readonly run: (context: ToolContext, input: z.output<Schema>) => Promise<string> | string
}

/** What a tool answers that has nothing to tell: everyone saw it. An actor says so in words of its own. */
export const DONE = 'Done.'

export const defineTool = <Schema extends z.ZodObject>(tool: Tool<Schema>): Tool<Schema> => tool
