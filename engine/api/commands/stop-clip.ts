import * as z from 'zod'
import { stopClips } from '../../world/clips.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, nameField, requireActor, requireKnown } from './fields.ts'
import { fadeField } from './play-clip.ts'

export const stopClip = defineCommand({
  name: 'stopClip',
  description: 'Lets a clip that plays on an actor fade, or all of them. It changes nothing where none plays.',
  input: z.strictObject({
    actor: actorField,
    name: nameField.optional().describe('Clip id; default: every clip that plays'),
    fade: fadeField,
  }),
  effect: 'changes',
  check(world, { actor, name }) {
    requireActor(world, actor, 'stopClip')
    if (name !== undefined) requireKnown(world.catalogue.clips, name, 'clip', 'stage/unknown-clip')
  },
  apply(world, { actor, name, fade }) {
    const e = findActor(world, actor)
    if (e !== undefined) stopClips(world, e, name, fade)
  },
})
