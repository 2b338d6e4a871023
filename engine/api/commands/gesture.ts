import * as z from 'zod'
import { tickAt } from '../../core/clock.ts'
import { startGesture } from '../../world/gestures.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, intensityField, nameField, requireActor, requireKnown } from './fields.ts'

export const gesture = defineCommand({
  name: 'gesture',
  description:
    'Performs a named gesture. When NOT to use: to look somewhere (use `lookAt`), or for a face (use `express`).',
  input: z.strictObject({
    actor: actorField,
    name: nameField.describe('Gesture id from content/gestures, e.g. "wave"'),
    strokeAt: z
      .number()
      .min(0)
      .max(60)
      .optional()
      .describe('Seconds from now at which the stroke lands; default: as soon as possible'),
    until: z
      .number()
      .min(0)
      .max(60)
      .optional()
      .describe('Seconds from now until which it is held; default: in its own time'),
    hand: z
      .enum(['left', 'right'])
      .optional()
      .describe('The hand that carries it; default, or where that hand cannot: as it was authored'),
    intensity: intensityField,
  }),
  effect: 'changes',
  check(world, { actor, name }) {
    requireActor(world, actor, 'gesture')
    requireKnown(world.catalogue.gestures, name, 'gesture', 'stage/unknown-gesture')
  },
  apply(world, { actor, name, strokeAt, until, intensity, hand }) {
    const e = findActor(world, actor)
    const tickOf = (seconds: number | undefined) => (seconds === undefined ? undefined : world.tick + tickAt(seconds))
    const asked = { stroke: tickOf(strokeAt), until: tickOf(until), intensity, hand, firm: true }
    if (e !== undefined) startGesture(world, e, world.catalogue.gestures.get(name)!, asked)
  },
})
