import * as z from 'zod'
import { startExpression } from '../../world/expressions.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, faceFields, facePartsOf, requireActor, requireFaces } from './fields.ts'

export const express = defineCommand({
  name: 'express',
  description:
    "Puts an expression on an actor's face, or a mix of several; the one before it gives way. Lips still close when speech needs it. When NOT to use: for how somebody feels for minutes (use `setMood`).",
  input: z.strictObject({
    actor: actorField,
    ...faceFields,
    seconds: z.number().min(0.2).max(3600).optional().describe('How long; default: until the next expression'),
    micro: z
      .boolean()
      .default(false)
      .describe('A micro-expression: flashes for less than half a second, and what the face showed before stays'),
  }),
  effect: 'changes',
  check(world, input) {
    requireActor(world, input.actor, 'express')
    requireFaces(world, input, 'express')
  },
  apply(world, { actor, seconds, micro, ...face }) {
    const e = findActor(world, actor)
    if (e !== undefined)
      startExpression(world, e, { parts: facePartsOf(face), layer: micro ? 'flash' : 'reaction', seconds })
  },
})
