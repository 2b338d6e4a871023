import * as z from 'zod'
import { sitDown as sit, whyNotSit } from '../../world/sit.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, nameField, paceField, requireActor, requireKey } from './fields.ts'

export const sitDown = defineCommand({
  name: 'sitDown',
  description:
    'Has an actor walk to a seat of the stage, turn round and sit down; gestures, gaze and speech go on. Tells `sitEnded`. It stays until `standUp`, `walkTo` or `moveTo`.',
  input: z.strictObject({
    actor: actorField,
    seat: nameField.describe('Seat of the stage, e.g. "armchair"'),
    pace: paceField,
    atOnce: z.boolean().default(false).describe('Whether it sits there at once, as between two shots'),
  }),
  effect: 'changes',
  check(world, { actor, seat }) {
    requireActor(world, actor, 'sitDown')
    requireKey(world.catalogue.stage.seats, seat, 'seat', 'stage/unknown-seat')
    const refusal = whyNotSit(world, findActor(world, actor), seat)
    if (refusal !== undefined) throw refusal
  },
  apply(world, { actor, seat, pace, atOnce }) {
    const e = findActor(world, actor)
    if (e !== undefined) sit(world, e, seat, { pace, atOnce })
  },
})
