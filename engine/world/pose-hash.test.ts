import { describe, expect, it } from 'vitest'
import { speakTestLine, testStage } from '../api/test-stage.ts'
import { poseHash, stateHash } from './pose-hash.ts'
import { ROWS } from './world.ts'

/** What no later tick depends on, or what follows from another column. */
const NOT_STATE = [
  'Actor.index',
  'Actor.rest',
  'Manner.mixed',
  'Transform.eyesBack',
  'Transform.eyesDown',
  'ClipFeet.share',
  'ClipFeet.ankles',
  'Life.signals',
  'Springs.rotations',
]

/** A stage in the middle of a line, gestures, a glance and an expression. */
function busy() {
  const stage = testStage()
  stage.run('express', { actor: 'ana', name: 'happy' })
  stage.run('gesture', { actor: 'ana', name: 'wave' })
  stage.run('pointAt', { actor: 'ana', target: { kind: 'screen' }, seconds: 3 })
  stage.run('takeStance', { actor: 'ana', stance: 'open' })
  speakTestLine(stage)
  for (let i = 0; i < 40; i++) stage.step()
  return stage
}

type Column = Float32Array | Int32Array | unknown[]

/** Puts another value into an actor's row. Cues are replaced by changed copies, as the world does. */
function disturb(column: Column, e: number): void {
  if (!Array.isArray(column)) {
    const at = e * (column.length / ROWS)
    column[at] = column[at]! + 1
    return
  }
  const value = column[e]
  // Whatever wears an avatar wears one that there is.
  if (value === 'milla') column[e] = 'otto'
  else if (typeof value === 'string') column[e] = `${value}x`
  else if (Array.isArray(value) && typeof value[0] === 'object')
    column[e] = value.map((cue: { end: number }) => ({ ...cue, end: cue.end + 1 }))
  else if (Array.isArray(value)) column[e] = [...value, 'x']
  else column[e] = value === undefined ? {} : undefined
}

describe('stateHash', () => {
  const { components, lists } = busy().world
  const e = lists.actors[0]!
  const fields = Object.entries(components).flatMap(([name, columns]) =>
    Object.keys(columns).map((field) => `${name}.${field}`),
  )

  it.each(fields.filter((field) => !NOT_STATE.includes(field)))('covers %s', (path) => {
    const { world } = busy()
    const before = stateHash(world)
    const [name, field] = path.split('.') as [keyof typeof components, string]
    disturb((world.components[name] as Record<string, Column>)[field]!, e)
    expect(stateHash(world)).not.toBe(before)
  })

  it('covers how strongly a gesture and an expression play, and what sounds', () => {
    for (const [list, field, value] of [
      ['gestures', 'intensity', 0.5],
      ['expressions', 'layer', 'mood'],
      ['expressions', 'parts', [{ name: 'happy', intensity: 0.5 }]],
      ['expressions', 'rise', { ticks: 9, overshoot: 0, settle: 1, delays: [0, 0, 0, 0, 0] }],
      ['expressions', 'falls', [{ from: 90, ticks: 9, delays: [0, 0, 0, 0, 0], linger: 0 }]],
      ['lines', 'rest', 7],
    ] as const) {
      const { world } = busy()
      const before = stateHash(world)
      const cues = world.components.Timeline[list] as (readonly object[])[]
      cues[e] = cues[e]!.map((cue) => ({ ...cue, [field]: value }))
      expect(stateHash(world), `${list}.${field}`).not.toBe(before)
    }
  })
})

describe('poseHash', () => {
  it('leaves memory out: someone who joins late has none', () => {
    const { world } = busy()
    const before = poseHash(world)
    world.components.Acting.prepared[world.lists.actors[0]!] = 3
    for (const column of Object.values(world.components.Springs)) column.fill(0.5)
    expect(poseHash(world)).toBe(before)
  })
})
