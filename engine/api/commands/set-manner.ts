import * as z from 'zod'
import { setManner as give } from '../../world/take-manner.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, nameField, requireActor, requireKnown } from './fields.ts'

export const setManner = defineCommand({
  name: 'setManner',
  description:
    'Gives an actor a manner of moving, or one between two. When NOT to use: for a feeling (use `express`), or to calm its idle motion alone (use `setStillness`).',
  input: z.strictObject({
    actor: actorField,
    manner: nameField.describe('Manner id from content/manners, e.g. "professional"'),
    towards: nameField.optional().describe('A second manner to mix in'),
    share: z.number().min(0).max(1).default(0.5).describe('How far from the first to the second, 0 to 1'),
  }),
  effect: 'changes',
  check(world, { actor, manner, towards = manner }) {
    requireActor(world, actor, 'setManner')
    for (const name of [manner, towards]) requireKnown(world.catalogue.manners, name, 'manner', 'stage/unknown-manner')
  },
  apply(world, { actor, manner, towards = manner, share }) {
    const e = findActor(world, actor)
    if (e !== undefined) give(world, e, { first: manner, second: towards, share: towards === manner ? 0 : share })
  },
})
