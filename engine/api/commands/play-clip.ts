import * as z from 'zod'
import { EngineError } from '../../core/errors.ts'
import { CLIP_MASKS } from '../../tracks/clip-mask.ts'
import { startClip } from '../../world/clips.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, nameField, requireActor, requireKnown } from './fields.ts'

/** Time a clip takes to come in and to go out: longer than a nod, shorter than a step. */
const FADE_SECONDS = 0.6

export const fadeField = z
  .number()
  .min(0)
  .max(10)
  .default(FADE_SECONDS)
  .describe('Seconds it takes to come in and to go out')

export const playClip = defineCommand({
  name: 'playClip',
  description:
    'Plays recorded motion on an actor; it still breathes, gestures, looks and speaks over it. When NOT to use: for what a hand says (use `gesture`), or for a face (use `express`).',
  input: z.strictObject({
    actor: actorField,
    name: nameField.describe('Clip id from content/clips, e.g. "stretch"'),
    weight: z.number().min(0).max(1).default(1).describe('How much of it shows, 0 to 1'),
    loop: z.boolean().optional().describe('Goes round until `stopClip`; default: as the clip was made'),
    seconds: z.number().min(0.1).max(3600).optional().describe('How long; default: to its end, or until `stopClip`'),
    mask: z.enum(CLIP_MASKS).optional().describe('Which part of the body it moves; default: as the clip was made'),
    fade: fadeField,
  }),
  effect: 'changes',
  check(world, { actor, name, loop }) {
    requireActor(world, actor, 'playClip')
    const clip = requireKnown(world.catalogue.clips, name, 'clip', 'stage/unknown-clip')
    if (!loop || clip.loop) return
    throw new EngineError(
      'stage/clip-does-not-loop',
      `Clip "${name}" cannot go round: it does not end as it begins. Import it again with --loop, or play it once.`,
    )
  },
  apply(world, { actor, name, weight, loop, seconds, mask, fade }) {
    const e = findActor(world, actor)
    if (e === undefined) return
    const clip = world.catalogue.clips.get(name)!
    startClip(world, e, clip, { weight, loop: loop ?? clip.loop, seconds, mask: mask ?? clip.mask, fade })
  },
})
