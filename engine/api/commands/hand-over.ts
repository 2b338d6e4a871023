import * as z from 'zod'
import { giveTo, showProp } from '../../world/holds.ts'
import { planHandOver } from '../../world/plan-holds.ts'
import { findActor } from '../../world/world.ts'
import { defineCommand } from '../define-command.ts'
import { actorField, attempt, nameField, requireActor } from './fields.ts'

/** Who is at the page, as a receiver: sees what is held out, and cannot take it. */
const VIEWER = 'camera'

export const handOver = defineCommand({
  name: 'handOver',
  description:
    'Holds out what an actor holds: to another within reach, who takes it, or to "camera", the person at the page, who sees it. Tells `handled`. When NOT to use: to lay it down (use `putDown`).',
  input: z.strictObject({
    actor: actorField,
    prop: nameField.optional().describe('Which, if both hands hold something'),
    to: actorField.describe('Id of an actor, or "camera"'),
  }),
  effect: 'changes',
  check(world, { actor, prop, to }) {
    requireActor(world, actor, 'handOver')
    if (to !== VIEWER) requireActor(world, to, 'handOver')
    const e = findActor(world, actor)
    const taker = to === VIEWER ? undefined : findActor(world, to)
    if (e !== undefined && (to === VIEWER || taker !== undefined)) planHandOver(world, e, { prop, to: taker })
  },
  apply(world, { actor, prop, to }) {
    const e = findActor(world, actor)
    const taker = to === VIEWER ? undefined : findActor(world, to)
    if (e === undefined || (to !== VIEWER && taker === undefined)) return
    attempt(world, e, { prop, kind: taker === undefined ? 'show' : 'give' }, () => {
      const gift = planHandOver(world, e, { prop, to: taker })
      if ('taker' in gift) giveTo(world, e, gift.cue, gift.taker, gift.standing)
      else showProp(world, e, gift.cue, gift.standing)
    })
  },
})
