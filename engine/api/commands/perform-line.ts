import * as z from 'zod'
import { blobHash } from '../../core/ids.ts'
import { planSchema } from '../../plan/plan.ts'
import { addLinePart, LINE_LEAD, ROOM_LINE_LEAD } from '../../world/lines.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, lineField, requireActor } from './fields.ts'

export const performLine = defineCommand({
  name: 'performLine',
  description:
    'Speaks one prepared part of a line: plan and sound are complete. When NOT to use: with a text at hand (use `say`).',
  input: z.strictObject({
    actor: actorField,
    line: lineField,
    part: z.int().min(0).max(10_000).describe('0 for the first part'),
    plan: planSchema,
    lead: z
      .int()
      .min(ROOM_LINE_LEAD)
      .max(240)
      .default(LINE_LEAD)
      .describe('Fewest ticks from arrival to the first sound'),
    audio: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('sha256 of the samples'),
  }),
  effect: 'changes',
  check: (world, { actor }) => requireActor(world, actor, 'performLine'),
  apply(world, { actor, line, part, plan, lead, audio }) {
    const e = findActor(world, actor)
    if (e !== undefined) addLinePart(world, e, { line, part, plan, lead, audio: blobHash(audio) })
  },
})
