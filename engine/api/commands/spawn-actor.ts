import * as z from 'zod'
import { EngineError } from '../../core/errors.ts'
import { actorId } from '../../core/ids.ts'
import { spawnActor as spawn } from '../../world/spawn.ts'
import { CAPACITY } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, expectedActors, nameField, requireKey, requireKnown, stillnessField } from './fields.ts'

export const spawnActor = defineCommand({
  name: 'spawnActor',
  description: 'Puts an actor on a mark of the stage. When NOT to use: to move one who is there (use `moveTo`).',
  input: z.strictObject({
    id: actorField,
    avatar: nameField.describe('Avatar id from content/avatars, e.g. "milla"'),
    at: nameField.default('centre').describe('Mark of the stage'),
    stillness: stillnessField.default(0.15),
  }),
  effect: 'changes',
  check(world, { id, avatar, at }) {
    requireKnown(world.catalogue.rigs, avatar, 'avatar', 'stage/unknown-avatar')
    requireKey(world.catalogue.stage.marks, at, 'mark', 'stage/unknown-mark')
    const expected = expectedActors(world)
    if (expected.has(id)) {
      throw new EngineError(
        'stage/actor-exists',
        `Actor "${id}" is already on the stage. Give the newcomer another id, or remove the first.`,
      )
    }
    if (expected.size >= CAPACITY) {
      throw new EngineError(
        'stage/full',
        `The stage holds ${CAPACITY} actors and is full; "${id}" finds no place. Remove one first.`,
      )
    }
  },
  apply(world, { id, avatar, at, stillness }) {
    if (world.lists.byId.has(id)) return
    spawn(world, actorId(id), avatar, world.catalogue.stage.marks[at]!, stillness)
  },
})
