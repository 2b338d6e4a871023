import * as z from 'zod'
import { followCamera } from '../../world/gaze.ts'
import { emit } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, nameField, requireActor, requireKey } from './fields.ts'

export const cutTo = defineCommand({
  name: 'cutTo',
  description: 'Changes to another shot of the stage at once. Its move, if it has one, begins anew.',
  input: z.strictObject({
    shot: nameField.describe('Shot of the stage, e.g. "close-up"'),
    actor: actorField.optional().describe('Whom it frames; default: the first on the stage'),
  }),
  effect: 'changes',
  check(world, { shot, actor }) {
    requireKey(world.catalogue.stage.shots, shot, 'shot', 'stage/unknown-shot')
    if (actor !== undefined) requireActor(world, actor, 'cutTo')
  },
  apply(world, { shot, actor }) {
    world.shot = { name: shot, actor, since: world.tick }
    followCamera(world)
    emit(world, { type: 'shotCut', shot })
  },
})
