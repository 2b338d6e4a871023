import { debuglog } from 'node:util'
import { CommanderError } from 'commander'
import { EngineError } from '../../../engine/api/node.ts'

/** Shows where an error arose: `NODE_DEBUG=tasks npm run capture -- …`. */
const debug = debuglog('tasks')

/** What the commander calls wrong, and what to do about it. */
const ADVICE: Readonly<Record<string, string>> = {
  'commander.excessArguments': 'What has spaces is one argument: put it in quotes',
  'commander.optionMissingArgument': 'Write a value behind it',
}

/** Says in one line what went wrong and what to do. */
export function explain(error: unknown): string {
  debug('%o', error)
  if (error instanceof EngineError) return oneLine(error.message)
  if (error instanceof CommanderError) return explainUsage(error)
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return `A fault of the program, not of yours: ${oneLine(what).replace(/\.$/, '')}. NODE_DEBUG=tasks shows where.`
}

function explainUsage({ code, message }: CommanderError): string {
  const what = oneLine(message.replace(/^error: /, '')).replace(/\.$/, '')
  const sentence = what.charAt(0).toUpperCase() + what.slice(1)
  return `${sentence}. ${ADVICE[code] ?? '--help lists what there is'}.`
}

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ')
