import * as z from 'zod'
import { startExpression } from '../../world/expressions.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, intensityField, nameField, requireActor, requireKnown } from './fields.ts'

export const express = defineCommand({
  name: 'express',
  description:
    "Puts an expression on an actor's face; the one before it gives way. Lips still close when speech needs it.",
  input: z.strictObject({
    actor: actorField,
    name: nameField.describe('Expression id from content/expressions, e.g. "happy"'),
    intensity: intensityField,
    seconds: z.number().min(0.2).max(3600).optional().describe('How long; default: until the next expression'),
  }),
  effect: 'changes',
  check(world, { actor, name }) {
    requireActor(world, actor, 'express')
    requireKnown(world.catalogue.expressions, name, 'expression', 'stage/unknown-expression')
  },
  apply(world, { actor, name, intensity, seconds }) {
    const e = findActor(world, actor)
    if (e !== undefined) startExpression(world, e, name, world.catalogue.expressions.get(name)!, { intensity, seconds })
  },
})
