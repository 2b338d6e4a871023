import * as z from 'zod'
import { lookAt as look } from '../../world/gaze.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, requireActor, requireScreen } from './fields.ts'

const metres = z.number().min(-50).max(50)

/** What can be looked and pointed at. */
export const gazeTargetField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('camera') }),
  z.strictObject({ kind: z.literal('screen') }),
  z.strictObject({ kind: z.literal('actor'), actor: actorField }),
  z.strictObject({ kind: z.literal('point'), x: metres, y: metres, z: metres }),
])

export const lookAt = defineCommand({
  name: 'lookAt',
  description:
    'Chooses what an actor looks at from now on: the camera, another actor, the screen, or a point in the set. Small glances away stay natural.',
  input: z.strictObject({
    actor: actorField,
    target: gazeTargetField,
  }),
  effect: 'changes',
  check(world, { actor, target }) {
    requireActor(world, actor, 'lookAt')
    if (target.kind === 'actor') requireActor(world, target.actor, 'lookAt')
    if (target.kind === 'screen') requireScreen(world, 'lookAt')
  },
  apply(world, { actor, target }) {
    const e = findActor(world, actor)
    if (e !== undefined) look(world, e, target)
  },
})
