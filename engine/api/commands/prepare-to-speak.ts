import * as z from 'zod'
import { openLine } from '../../world/lines.ts'
import { prepareToSpeak as prepare } from '../../world/prepare.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, lineField, requireActor } from './fields.ts'

export const prepareToSpeak = defineCommand({
  name: 'prepareToSpeak',
  description: 'Shows that an answer is coming: the actor draws breath and looks up, before the line exists.',
  input: z.strictObject({
    actor: actorField,
    line: lineField.optional().describe('Id of the line that is coming: an interruption drops it before it is there'),
  }),
  effect: 'changes',
  check: (world, { actor }) => requireActor(world, actor, 'prepareToSpeak'),
  apply(world, { actor, line }) {
    const e = findActor(world, actor)
    if (e === undefined) return
    prepare(world, e)
    if (line !== undefined) openLine(world, e, line)
  },
})
