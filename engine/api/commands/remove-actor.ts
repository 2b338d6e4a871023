import * as z from 'zod'
import { removeActor as remove } from '../../world/spawn.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, requireActor } from './fields.ts'

export const removeActor = defineCommand({
  name: 'removeActor',
  description: 'Takes an actor off the stage, with all it was doing.',
  input: z.strictObject({ actor: actorField }),
  effect: 'removes',
  check: (world, { actor }) => requireActor(world, actor, 'removeActor'),
  apply(world, { actor }) {
    const e = findActor(world, actor)
    if (e !== undefined) remove(world, e)
  },
})
