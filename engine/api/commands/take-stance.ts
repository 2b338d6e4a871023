import * as z from 'zod'
import { STANCE_NAMES } from '../../plan/steps/stances.ts'
import { takeStance as take } from '../../world/walk.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, requireActor } from './fields.ts'

export const takeStance = defineCommand({
  name: 'takeStance',
  description:
    'Has an actor stand differently on the same spot; feet lift and land. Later it changes of its own accord again. While it walks nothing happens. When NOT to use: to move it (use `walkTo`), or for its bearing (use `setManner`).',
  input: z.strictObject({
    actor: actorField,
    stance: z.enum(STANCE_NAMES as [string, ...string[]]).describe('How the feet stand'),
  }),
  effect: 'changes',
  check: (world, { actor }) => requireActor(world, actor, 'takeStance'),
  apply(world, { actor, stance }) {
    const e = findActor(world, actor)
    if (e === undefined) return
    take(world, e, stance as (typeof STANCE_NAMES)[number])
    world.components.Footing.asked[e] = world.tick
  },
})
