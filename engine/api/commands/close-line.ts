import * as z from 'zod'
import { closeLine as close } from '../../world/lines.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, lineField, requireActor } from './fields.ts'

export const closeLine = defineCommand({
  name: 'closeLine',
  description:
    'Tells that a line has all its parts, so that its end can be known. When NOT to use: with `say`, which closes its own.',
  input: z.strictObject({ actor: actorField, line: lineField }),
  effect: 'changes',
  check: (world, { actor }) => requireActor(world, actor, 'closeLine'),
  apply(world, { actor, line }) {
    const e = findActor(world, actor)
    if (e !== undefined) close(world, e, line)
  },
})
