import { addComponent, hasComponent, removeComponent } from 'bitecs'
import { listActors, refreshLists } from './lists.ts'
import type { Props } from './props.ts'
import { CAPACITY, ROWS, type World } from './world.ts'

type Column = Float32Array | Int32Array | unknown[]
type Columns = Record<string, Record<string, Column>>

/** All that a world would need to go on from a tick: columns of both ticks, and its plain fields. Never changed once taken. */
export type Snapshot = {
  readonly tick: number
  readonly cursor: number
  readonly spawned: number
  readonly present: readonly number[]
  readonly previousPresent: readonly number[]
  readonly camera: World['camera']
  readonly previousCamera: World['camera']
  readonly shot: World['shot']
  readonly screen: World['screen']
  readonly props: Pick<Props, 'bearers' | 'rows' | 'before' | 'offsets'>
  readonly columns: Columns
  readonly previous: Columns
}

/** Copies the state between two ticks. The log is not copied: it is one history, and the snapshot keeps its place in it. */
export function takeSnapshot(world: World): Snapshot {
  const { tick, cursor, spawned, camera, previousCamera, shot, screen, lists, previousLists } = world
  return {
    tick,
    cursor,
    spawned,
    camera,
    previousCamera,
    shot,
    screen,
    present: lists.actors,
    previousPresent: previousLists.actors,
    props: copyProps(world.props),
    columns: copyColumns(world.components, rowsInUse(world)),
    previous: copyColumns(world.previous, rowsInUse(world)),
  }
}

/** Rows worth keeping: up to the highest actor's, not the whole stage's. */
const rowsInUse = ({ lists, previousLists }: World): number => Math.max(0, ...lists.actors, ...previousLists.actors) + 1

const copyProps = ({ bearers, rows, before, offsets }: Props): Snapshot['props'] => ({
  bearers,
  rows: rows.slice(),
  before: before.slice(),
  offsets: offsets.slice(),
})

/** Puts a world back to a snapshot of its own; the log stays and is applied again from there. */
export function restoreSnapshot(world: World, snapshot: Snapshot): void {
  const { tick, cursor, spawned, camera, previousCamera, shot, screen } = snapshot
  Object.assign(world, { tick, cursor, spawned, camera, previousCamera, shot, screen, events: [] })
  const { props } = snapshot
  world.props.bearers = props.bearers
  for (const row of ['rows', 'before', 'offsets'] as const) world.props[row].set(props[row])
  pasteColumns(world.components, snapshot.columns)
  pasteColumns(world.previous, snapshot.previous)
  const { Actor } = world.components
  for (let e = 1; e <= CAPACITY; e++) {
    const present = snapshot.present.includes(e)
    if (present && !hasComponent(world.entities, e, Actor)) addComponent(world.entities, e, Actor)
    if (!present && hasComponent(world.entities, e, Actor)) removeComponent(world.entities, e, Actor)
  }
  refreshLists(world)
  world.previousLists = listActors(snapshot.previousPresent, world.previous.Actor)
}

const copyColumns = (components: Columns, rows: number): Columns =>
  Object.fromEntries(
    Object.entries(components).map(([name, columns]) => [
      name,
      Object.fromEntries(
        Object.entries(columns).map(([field, column]) => [field, column.slice(0, rows * (column.length / ROWS))]),
      ),
    ]),
  )

function pasteColumns(components: Columns, from: Columns): void {
  for (const [name, columns] of Object.entries(components)) {
    for (const [field, column] of Object.entries(columns)) paste(column, from[name]![field]!)
  }
}

function paste(column: Column, from: Column): void {
  if (Array.isArray(column)) column.splice(0, from.length, ...(from as unknown[]))
  else column.set(from as Float32Array & Int32Array)
}
