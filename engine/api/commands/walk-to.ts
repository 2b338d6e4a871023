import * as z from 'zod'
import { radians } from '../../core/math/scalar.ts'
import { walkTo as walk } from '../../world/walk.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, nameField, paceField, requireActor, requireKey } from './fields.ts'

export const walkTo = defineCommand({
  name: 'walkTo',
  description:
    'Sends an actor to another mark on foot, in a straight line; it turns as the mark faces; who sits rises first. Tells `walkEnded`. When NOT to use: to have it there at once, as between two shots (use `moveTo`).',
  input: z.strictObject({
    actor: actorField,
    mark: nameField.describe('Mark of the stage, e.g. "left"'),
    pace: paceField,
  }),
  effect: 'changes',
  check(world, { actor, mark }) {
    requireActor(world, actor, 'walkTo')
    requireKey(world.catalogue.stage.marks, mark, 'mark', 'stage/unknown-mark')
  },
  apply(world, { actor, mark, pace }) {
    const e = findActor(world, actor)
    if (e === undefined) return
    const { x, z, yawDegrees } = world.catalogue.stage.marks[mark]!
    walk(world, e, { mark, x, z, yaw: radians(yawDegrees) }, pace)
  },
})
