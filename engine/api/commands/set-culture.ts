import * as z from 'zod'
import { setCulture as settle } from '../../world/take-manner.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, nameField, requireActor, requireKnown } from './fields.ts'

export const setCulture = defineCommand({
  name: 'setCulture',
  description:
    'Puts an actor at home in a culture: which gestures it makes and never makes, how large, how much it looks at others. When NOT to use: to make it livelier or calmer (use `setManner`).',
  input: z.strictObject({
    actor: actorField,
    culture: nameField.describe('Culture id from content/cultures, e.g. "japan"'),
  }),
  effect: 'changes',
  check(world, { actor, culture }) {
    requireActor(world, actor, 'setCulture')
    requireKnown(world.catalogue.cultures, culture, 'culture', 'stage/unknown-culture')
  },
  apply(world, { actor, culture }) {
    const e = findActor(world, actor)
    if (e !== undefined) settle(world, e, culture)
  },
})
