import * as z from 'zod'
import { setOutLife } from '../../world/life.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, requireActor, stillnessField } from './fields.ts'

export const setStillness = defineCommand({
  name: 'setStillness',
  description: 'Sets how much an actor moves of its own accord.',
  input: z.strictObject({ actor: actorField, stillness: stillnessField }),
  effect: 'changes',
  check: (world, { actor }) => requireActor(world, actor, 'setStillness'),
  apply(world, { actor, stillness }) {
    const e = findActor(world, actor)
    if (e === undefined) return
    world.components.Life.stillness[e] = stillness
    setOutLife(world, e)
  },
})
