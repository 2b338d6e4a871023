import type * as z from 'zod'
import type { Memories } from '../../store/memories.ts'
import type { Todos } from '../../store/todos.ts'

/** What a tool may use, and for whom. */
export type ToolContext = {
  /** Whose todos and memories they are. */
  readonly owner: string
  readonly now: () => Date
  readonly todos: Todos
  readonly memories: Memories
}

/**
 * Something an actor can do when it is asked to. What it answers is a sentence that can be said, or read by a language
 * model: it names what was done, or what was wrong and what to do instead.
 */
export type Tool<Schema extends z.ZodObject = z.ZodObject> = {
  readonly name: string
  readonly description: string
  readonly input: Schema
  readonly run: (context: ToolContext, input: z.output<Schema>) => Promise<string>
}

export const defineTool = <Schema extends z.ZodObject>(tool: Tool<Schema>): Tool<Schema> => tool
