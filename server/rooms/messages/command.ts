import { EngineError } from '../../../engine/api/host.ts'
import type { Handler } from './handler.ts'

/** Commands that people may give the stage themselves, and those of them that are for directors. */
const COMMANDS_OF_PEOPLE = ['gesture', 'cutTo', 'lookAt']
const COMMANDS_OF_DIRECTORS = [...COMMANDS_OF_PEOPLE, 'setStillness', 'setManner', 'setMood', 'showMedia', 'hideMedia']

export const command: Handler<'command'> = {
  limit: [10, 2],
  handle({ live }, { may }, { name, input }) {
    const known = may === 'direct' ? COMMANDS_OF_DIRECTORS : COMMANDS_OF_PEOPLE
    if (!known.includes(name))
      throw new EngineError(
        'room/not-allowed',
        `You may not give the command "${name}" here. You may: ${known.join(', ')}.`,
      )
    live.stage.run(name, input)
  },
}
