import * as z from 'zod'
import { mannerismsSchema } from '../../plan/mannerisms.ts'
import { setMannerisms as give } from '../../world/take-manner.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, requireActor } from './fields.ts'

export const setMannerisms = defineCommand({
  name: 'setMannerisms',
  description:
    'Gives an actor habits of its own, on top of its manner: favourite gestures, a tilt of the head, blinks. When NOT to use: to change how it moves altogether (use `setManner`).',
  input: z.strictObject({ actor: actorField, ...mannerismsSchema.shape }),
  effect: 'changes',
  check: (world, { actor }) => requireActor(world, actor, 'setMannerisms'),
  apply(world, { actor, ...mannerisms }) {
    const e = findActor(world, actor)
    if (e !== undefined) give(world, e, mannerisms)
  },
})
