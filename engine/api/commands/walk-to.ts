import * as z from 'zod'
import { radians } from '../../core/math/scalar.ts'
import { walkTo as walk } from '../../world/walk.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, nameField, paceField, requireActor, requireKey } from './fields.ts'
import { requireFree } from './require-free.ts'

export const walkTo = defineCommand({
  name: 'walkTo',
  description:
    'Sends an actor to another mark on foot, round others and seats; it turns as the mark faces; who sits rises first; speech and gestures go on. Tells `walkEnded`. When NOT to use: to have it there at once, as between two shots (use `moveTo`).',
  input: z.strictObject({
    actor: actorField,
    mark: nameField.describe('Mark of the stage, e.g. "left"'),
    pace: paceField,
  }),
  effect: 'changes',
  check(world, { actor, mark }) {
    requireActor(world, actor, 'walkTo')
    const place = requireKey(world.catalogue.stage.marks, mark, 'mark', 'stage/unknown-mark')
    requireFree(world, actor, mark, place)
  },
  apply(world, { actor, mark, pace }) {
    const e = findActor(world, actor)
    if (e === undefined) return
    const { x, z, yawDegrees } = world.catalogue.stage.marks[mark]!
    walk(world, e, { mark, x, z, yaw: radians(yawDegrees) }, pace)
  },
})
