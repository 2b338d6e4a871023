import type { ClientMessages } from '../../../engine/api/host.ts'
import { cast } from './cast.ts'
import { command } from './command.ts'
import { dismiss } from './dismiss.ts'
import type { Handler } from './handler.ts'
import { hash } from './hash.ts'
import { hear } from './hear.ts'
import { interrupt } from './interrupt.ts'
import { listen } from './listen.ts'
import { forget, forgetAll, lists } from './lists.ts'
import { pause } from './pause.ts'
import { record } from './record.ts'
import { say } from './say.ts'
import { time } from './time.ts'

/** What a room does with each type of message that people send. */
export const HANDLERS: { readonly [Type in keyof ClientMessages]: Handler<Type> } = {
  say,
  listen,
  pause,
  hear,
  interrupt,
  cast,
  dismiss,
  record,
  command,
  time,
  hash,
  lists,
  forget,
  forgetAll,
}
