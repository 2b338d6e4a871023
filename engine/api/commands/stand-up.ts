import * as z from 'zod'
import { standUp as rise } from '../../world/sit.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, requireActor } from './fields.ts'

export const standUp = defineCommand({
  name: 'standUp',
  description:
    'Has an actor rise from its seat and stand before it. Tells `riseEnded`. When NOT to use: to send it elsewhere (`walkTo` has it rise first).',
  input: z.strictObject({ actor: actorField }),
  effect: 'changes',
  check: (world, { actor }) => requireActor(world, actor, 'standUp'),
  apply(world, { actor }) {
    const e = findActor(world, actor)
    if (e !== undefined) rise(world, e)
  },
})
