import * as z from 'zod'
import { prepareToSpeak as prepare } from '../../world/prepare.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, requireActor } from './fields.ts'

export const prepareToSpeak = defineCommand({
  name: 'prepareToSpeak',
  description: 'Shows that an answer is coming: the actor draws breath and looks up, before the line exists.',
  input: z.strictObject({ actor: actorField }),
  effect: 'changes',
  check: (world, { actor }) => requireActor(world, actor, 'prepareToSpeak'),
  apply(world, { actor }) {
    const e = findActor(world, actor)
    if (e !== undefined) prepare(world, e)
  },
})
