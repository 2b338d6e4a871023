import * as z from 'zod'
import { putDown as put } from '../../world/holds.ts'
import { planPutDown } from '../../world/plan-holds.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, attempt, nameField, requireActor } from './fields.ts'

export const putDown = defineCommand({
  name: 'putDown',
  description:
    'Puts down what an actor holds, within reach. Tells `handled`. When NOT to use: to give it to somebody (use `handOver`).',
  input: z.strictObject({
    actor: actorField,
    prop: nameField.optional().describe('Which, if both hands hold something'),
    at: nameField.optional().describe('A place of the stage; default: where it stood before'),
  }),
  effect: 'changes',
  check(world, { actor, ...asked }) {
    requireActor(world, actor, 'putDown')
    const e = findActor(world, actor)
    if (e !== undefined) planPutDown(world, e, asked)
  },
  apply(world, { actor, ...asked }) {
    const e = findActor(world, actor)
    if (e === undefined) return
    attempt(world, e, { prop: asked.prop, kind: 'put' }, () => {
      const { cue, place, standing } = planPutDown(world, e, asked)
      put(world, e, cue, place, standing)
    })
  },
})
