import * as z from 'zod'
import { startExpression } from '../../world/expressions.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, faceFields, facePartsOf, requireActor, requireFaces } from './fields.ts'

export const setMood = defineCommand({
  name: 'setMood',
  description:
    'Gives an actor a mood: what its face comes back to when nothing moves it, for minutes. Expressions show over it. "neutral" ends it. When NOT to use: for a reaction (use `express`).',
  input: z.strictObject({
    actor: actorField,
    ...faceFields,
    intensity: faceFields.intensity.default(0.4),
    seconds: z.number().min(0.5).max(600).default(4).describe('How long it takes to come'),
  }),
  effect: 'changes',
  check(world, input) {
    requireActor(world, input.actor, 'setMood')
    requireFaces(world, input, 'setMood')
  },
  apply(world, { actor, seconds, ...face }) {
    const e = findActor(world, actor)
    if (e !== undefined) startExpression(world, e, { parts: facePartsOf(face), layer: 'mood', onset: seconds })
  },
})
