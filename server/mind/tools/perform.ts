import * as z from 'zod'
import type { Stage } from '../../../engine/api/host.ts'
import { DONE, defineTool, type ToolContext } from './tool.ts'

const name = z.string().trim().min(1).max(40)

export const gesture = defineTool({
  name: 'gesture',
  description:
    'Makes a gesture with hands or head because the person wants to see it. What goes with speech needs no tool.',
  input: z.object({ name: name.describe('Name of a gesture, such as "wave"') }),
  run: ({ stage, actor }, { name }) => give(stage, 'gesture', { actor, name }),
})

/** How long a face lasts that was asked for, seconds. */
const FACE_SECONDS = 8

export const express = defineTool({
  name: 'express',
  description: 'Shows an expression on the face because the person wants to see it.',
  input: z.object({
    name: name.describe('Name of an expression, such as "happy"'),
    seconds: z.number().min(1).max(60).default(FACE_SECONDS),
  }),
  run: ({ stage, actor }, { name, seconds }) => give(stage, 'express', { actor, name, seconds }),
})

/** How still an actor can be asked to be, and by how much at once. */
const STILLNESS = { least: 0, most: 1, step: 0.4 } as const

export const setStillness = defineTool({
  name: 'setStillness',
  description: 'Moves less or more of its own accord from now on: sways, gestures and glances.',
  input: z.object({ be: z.enum(['stiller', 'livelier']) }),
  run({ stage, actor }, { be }) {
    const { step, least, most } = STILLNESS
    const now = stillnessOf(stage, actor)
    const stillness = Math.min(most, Math.max(least, now + (be === 'stiller' ? step : -step)))
    if (stillness === now) return be === 'stiller' ? 'I am as still as I can be.' : 'I am as lively as I get.'
    return give(stage, 'setStillness', { actor, stillness })
  },
})

function stillnessOf({ world }: Stage, actor: string): number {
  const e = world.lists.byId.get(actor)
  // A row holds a float32: 0.15 comes back as 0.15000000596.
  return e === undefined ? 0 : Math.round(world.components.Life.stillness[e]! * 1000) / 1000
}

/** Directions to look in, as the room sees them: metres from the actor’s eyes, to the right, up and forward. */
const DIRECTIONS = {
  left: [-2, 0, 1.2],
  right: [2, 0, 1.2],
  up: [0, 1.6, 1.8],
  down: [0, -1.4, 1.4],
  away: [1.4, 0.5, 1.8],
} as const
/** Height of eyes, metres: near enough for a direction. */
const EYES = 1.5
/** How long it looks away before it looks at the person again, seconds. */
const LOOK_SECONDS = 5

/** Looks of a stage so far: only the last one ends by itself. */
const looks = new WeakMap<Stage, number>()

export const lookAt = defineTool({
  name: 'lookAt',
  description:
    'Looks somewhere for a while, and then at the person again: "left", "right", "up", "down" or "away", as the person sees it; at the "screen", or at the "person".',
  input: z.object({ at: name }),
  run(context, { at }) {
    const { stage, actor } = context
    if (at === 'person') return look(stage, actor, PERSON)
    const target = at === 'screen' ? screenOf(stage) : directionOf(context, at)
    if (target === undefined)
      return `I do not know where "${at}" is. I can look at you, at the screen, to the left, to the right, up, down, or away.`
    return glance(stage, actor, target, LOOK_SECONDS)
  },
})

type Target =
  | { readonly kind: 'camera' | 'screen' }
  | { readonly kind: 'point'; readonly x: number; readonly y: number; readonly z: number }

const PERSON: Target = { kind: 'camera' }

/** Looks somewhere for some seconds, and then at the person again, unless another look began. */
export function glance(stage: Stage, actor: string, target: Target, seconds: number): string {
  const answer = look(stage, actor, target)
  const mine = looks.get(stage)
  void stage.wait(seconds).then(() => {
    if (looks.get(stage) === mine && stage.world.lists.byId.has(actor)) look(stage, actor, PERSON)
  })
  return answer
}

function look(stage: Stage, actor: string, target: Target): string {
  looks.set(stage, (looks.get(stage) ?? 0) + 1)
  return give(stage, 'lookAt', { actor, target })
}

function directionOf({ stage, actor }: ToolContext, at: string): Target | undefined {
  if (!Object.hasOwn(DIRECTIONS, at)) return undefined
  const [right, up, forward] = DIRECTIONS[at as keyof typeof DIRECTIONS]
  const e = stage.world.lists.byId.get(actor)
  const { Transform } = stage.world.components
  const [x, z] = e === undefined ? [0, 0] : [Transform.x[e]!, Transform.z[e]!]
  return { kind: 'point', x: x + right, y: EYES + up, z: z + forward }
}

const screenOf = ({ world }: Stage): Target | undefined =>
  world.catalogue.stage.screen === undefined ? undefined : { kind: 'screen' }

export function give(stage: Stage, command: string, input: object): string {
  stage.run(command, input)
  return DONE
}
