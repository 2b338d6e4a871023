import { EngineError } from '../../../engine/api/host.ts'
import { forget, recall, remember } from './memories.ts'
import { express, gesture, lookAt, setStillness } from './perform.ts'
import { setManner } from './set-manner.ts'
import { cutTo, goTo, hideMedia, listMedia, showMedia } from './show.ts'
import { tellTime } from './tell-time.ts'
import { addTodo, changeTodo, completeTodo, listTodos, removeTodo } from './todos.ts'
import type { Tool, ToolContext } from './tool.ts'

/** Everything an actor can do for a person. */
export const TOOLS: readonly Tool[] = [
  addTodo,
  listTodos,
  changeTodo,
  completeTodo,
  removeTodo,
  remember,
  recall,
  forget,
  tellTime,
  gesture,
  express,
  lookAt,
  goTo,
  setStillness,
  setManner,
  cutTo,
  showMedia,
  hideMedia,
  listMedia,
] as unknown as readonly Tool[]

/** Runs a tool by name. A fault in what it is given is answered, so that who asked can ask better. */
export async function runTool(context: ToolContext, name: string, input: unknown): Promise<string> {
  const tool = TOOLS.find((one) => one.name === name)
  if (tool === undefined) return `There is no tool "${name}". There are: ${TOOLS.map((one) => one.name).join(', ')}.`
  const parsed = tool.input.safeParse(input)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
    return `The tool "${name}" cannot use that. ${faults.join('; ')}.`
  }
  try {
    return await tool.run(context, parsed.data)
  } catch (error) {
    // What a stage refuses it says in a sentence that names what there is; a store that fails is the caller's to tell.
    if (error instanceof EngineError && /^(?:stage|api)\//.test(error.code)) return error.message
    throw error
  }
}
