import * as z from 'zod'
import { POINTING, pointAt as point } from '../../world/pointing.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, intensityField, requireActor, requireKnown, requireScreen } from './fields.ts'
import { gazeTargetField } from './look-at.ts'

export const pointAt = defineCommand({
  name: 'pointAt',
  description:
    'Points an arm at the camera, another actor, the screen, or a point in the set; the eyes go there first, and come back. When NOT to use: only to look there (use `lookAt`).',
  input: z.strictObject({
    actor: actorField,
    target: gazeTargetField,
    hand: z.enum(['left', 'right']).optional().describe('Which arm; default: the one on whose side the target is'),
    seconds: z.number().min(0).max(60).default(1).describe('How long it points, once the arm is there'),
    intensity: intensityField,
  }),
  effect: 'changes',
  check(world, { actor, target }) {
    requireActor(world, actor, 'pointAt')
    requireKnown(world.catalogue.gestures, POINTING, 'gesture', 'stage/unknown-gesture')
    if (target.kind === 'actor') requireActor(world, target.actor, 'pointAt')
    if (target.kind === 'screen') requireScreen(world, 'pointAt')
  },
  apply(world, { actor, ...asked }) {
    const e = findActor(world, actor)
    if (e !== undefined) point(world, e, asked)
  },
})
