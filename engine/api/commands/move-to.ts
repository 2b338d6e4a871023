import * as z from 'zod'
import { placeActor } from '../../world/spawn.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, nameField, requireActor, requireKey } from './fields.ts'

export const moveTo = defineCommand({
  name: 'moveTo',
  description:
    'Puts an actor on another mark at once, unseen: a cut, as between two shots, whoever stands there. When NOT to use: to have it seen to go there (use `walkTo`).',
  input: z.strictObject({ actor: actorField, mark: nameField.describe('Mark of the stage, e.g. "left"') }),
  effect: 'changes',
  check(world, { actor, mark }) {
    requireActor(world, actor, 'moveTo')
    requireKey(world.catalogue.stage.marks, mark, 'mark', 'stage/unknown-mark')
  },
  apply(world, { actor, mark }) {
    const e = findActor(world, actor)
    if (e !== undefined) placeActor(world, e, world.catalogue.stage.marks[mark]!)
  },
})
