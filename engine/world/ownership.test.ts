import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { busyStage, direct } from '../determinism/busy-stage.ts'
import { FACE_CHANNEL_COUNT } from '../rig/blendshapes.ts'
import { POSE_STRIDE } from './components.ts'
import { BONE_LABELS, FACE_LABELS } from './ownership.ts'
import { schedule } from './schedule.ts'
import { ROWS, type World } from './world.ts'

/** Long enough for every kind of cue and command. */
const TICKS = 480
/** Entities are numbered from 1; three actors come to the busy stage, and two who wait: the hands of one find something to do, the other's arms rest otherwise. */
const ROWS_IN_USE = 6

/** What a system decides of a gaze; the other columns hold what was asked for. */
const DECIDED = ['now', 'lids']

/** What the cell `at` of a column is called in the table. */
function labelOf(component: string, field: string, at: number): string {
  if (component === 'Pose' && field === 'rotations') return BONE_LABELS[Math.floor((at % POSE_STRIDE) / 4)]!
  if (field === 'hips') return 'hips offset'
  if (component === 'Face') return FACE_LABELS[at % FACE_CHANNEL_COUNT]!
  return component === 'Gaze' && DECIDED.includes(field) ? `Gaze.${field}` : component
}

type Copy = { readonly name: string; readonly field: string; readonly cells: ArrayLike<unknown> }

function copyOf({ components }: World): Copy[] {
  return Object.entries(components).flatMap(([name, columns]) =>
    Object.entries(columns).map(([field, column]) => ({
      name,
      field,
      cells: (column as unknown[]).slice(0, (column.length / ROWS) * ROWS_IN_USE),
    })),
  )
}

/** What one system changed. */
function changes(before: readonly Copy[], after: readonly Copy[]): Set<string> {
  const changed = new Set<string>()
  before.forEach(({ name, field, cells }, i) => {
    const now = after[i]!.cells
    for (let at = 0; at < cells.length; at++) {
      if (!Object.is(cells[at], now[at])) changed.add(labelOf(name, field, at))
    }
  })
  return changed
}

/** What each system changed over a busy stage, from the tick after everybody has arrived. */
function observe(): Map<string, Set<string>> {
  const stage = busyStage()
  const { world } = stage
  for (const actor of ['nora', 'vic'] as const) {
    stage.spawnActor({ id: actor, at: 'left' })
    stage.run('setManner', { actor, manner: 'shy' })
  }
  stage.run('express', { actor: 'ana', name: 'surprised' })
  // Its wrist would bend too far on a head of this size.
  stage.run('gesture', { actor: 'nora', name: 'listen' })
  stage.step()
  const written = new Map(schedule.map(({ name }) => [name, new Set<string>()]))
  while (world.tick < TICKS) {
    direct(stage)
    if (world.tick === 50) stage.run('pointAt', { actor: 'ben', target: { kind: 'screen' }, seconds: 0.2 })
    for (const system of schedule) {
      const before = copyOf(world)
      const { camera, screen } = world
      const { bearers } = world.props
      const places = world.props.rows.slice()
      system(world)
      for (const what of changes(before, copyOf(world))) written.get(system.name)!.add(what)
      if (world.camera !== camera) written.get(system.name)!.add('camera')
      if (world.screen !== screen) written.get(system.name)!.add('screen')
      if (world.props.bearers !== bearers) written.get(system.name)!.add('bearers of props')
      if (world.props.rows.some((value, at) => !Object.is(value, places[at])))
        written.get(system.name)!.add('places of props')
    }
    world.tick++
  }
  return written
}

/** The table of the README: what each system writes. */
function readTable(): [string, string[]][] {
  const text = readFileSync(`${import.meta.dirname}/README.md`, 'utf8')
  const rows = [...text.matchAll(/^\| `(\w+)` +\| ([^|]+?) +\|/gm)]
  return rows.map(([, system, writes]) => [system!, writes === 'nothing' ? [] : writes!.split(', ').sort()])
}

test('each system writes what the table of the README says, and nothing else', () => {
  expect(readTable()).toEqual([...observe()].map(([system, written]) => [system, [...written].sort()]))
})
