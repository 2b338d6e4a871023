import * as z from 'zod'
import { acknowledge as show } from '../../world/acknowledge.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, requireActor } from './fields.ts'

export const acknowledge = defineCommand({
  name: 'acknowledge',
  description:
    'Shows that an actor follows what it is told, at a pause of who speaks: a small nod, brows, or both. When NOT to use: to say yes (use `gesture`).',
  input: z.strictObject({ actor: actorField }),
  effect: 'changes',
  check: (world, { actor }) => requireActor(world, actor, 'acknowledge'),
  apply(world, { actor }) {
    const e = findActor(world, actor)
    if (e !== undefined) show(world, e)
  },
})
