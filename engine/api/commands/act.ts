import * as z from 'zod'
import { ACTING_STATES } from '../../plan/acting.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, requireActor } from './fields.ts'

const ASKED_FOR = ACTING_STATES.filter((state) => state !== 'speaking')

export const act = defineCommand({
  name: 'act',
  description:
    'Says what an actor does while it is not speaking: idle, listening or thinking. Blinks, gaze and head follow. Speaking needs no such word.',
  input: z.strictObject({ actor: actorField, state: z.enum(ASKED_FOR) }),
  effect: 'changes',
  check: (world, { actor }) => requireActor(world, actor, 'act'),
  apply(world, { actor, state }) {
    const e = findActor(world, actor)
    if (e !== undefined) world.components.Acting.state[e] = ACTING_STATES.indexOf(state)
  },
})
