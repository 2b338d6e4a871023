import * as z from 'zod'
import { dropExpressions } from '../../world/expressions.ts'
import { releaseGestures } from '../../world/gestures.ts'
import { releaseHolds } from '../../world/holds.ts'
import { releaseLines } from '../../world/lines.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, requireActor } from './fields.ts'

export const interrupt = defineCommand({
  name: 'interrupt',
  description:
    'Stops what an actor is saying and doing with its hands: voice, lips and hands let go smoothly, nothing queued follows; what a hand holds it keeps.',
  input: z.strictObject({ actor: actorField }),
  effect: 'changes',
  check: (world, { actor }) => requireActor(world, actor, 'interrupt'),
  apply(world, { actor }) {
    const e = findActor(world, actor)
    if (e === undefined) return
    releaseLines(world, e)
    releaseGestures(world, e)
    releaseHolds(world, e)
    dropExpressions(world, e)
  },
})
