import * as z from 'zod'
import { pickUp as take } from '../../world/holds.ts'
import { planPickUp } from '../../world/plan-holds.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, attempt, nameField, requireActor } from './fields.ts'

export const pickUp = defineCommand({
  name: 'pickUp',
  description:
    'Takes a prop that stands within reach: eyes first, then the hand. It is held until `putDown` or `handOver`. Tells `handled`. When NOT to use: for what somebody else holds (let them use `handOver`).',
  input: z.strictObject({
    actor: actorField,
    prop: nameField.describe('A prop of the stage, e.g. "mug"'),
    hand: z.enum(['left', 'right']).optional().describe('Which hand; default: the one that comes to it best'),
  }),
  effect: 'changes',
  check(world, { actor, ...asked }) {
    requireActor(world, actor, 'pickUp')
    const e = findActor(world, actor)
    if (e !== undefined) planPickUp(world, e, asked)
  },
  apply(world, { actor, ...asked }) {
    const e = findActor(world, actor)
    if (e === undefined) return
    attempt(world, e, { prop: asked.prop, kind: 'take' }, () => {
      const { row, chosen } = planPickUp(world, e, asked)
      take(world, e, row, chosen)
    })
  },
})
