import { EngineError } from '../../../engine/api/host.ts'
import type { Handler } from './handler.ts'

/** Commands that people may give the stage themselves. */
const COMMANDS_OF_PEOPLE = ['gesture', 'cutTo', 'setStillness', 'lookAt', 'showMedia', 'hideMedia']

export const command: Handler<'command'> = {
  limit: [10, 2],
  handle({ live }, _from, { name, input }) {
    if (!COMMANDS_OF_PEOPLE.includes(name))
      throw new EngineError(
        'room/not-allowed',
        `People may not give the command "${name}" here. They may: ${COMMANDS_OF_PEOPLE.join(', ')}.`,
      )
    live.stage.run(name, input)
  },
}
