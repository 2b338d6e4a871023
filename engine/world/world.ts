import { addEntity, createWorld as createEntities, type World as Entities } from 'bitecs'
import type { Culture } from '../plan/culture.ts'
import type { Manner } from '../plan/manner.ts'
import type { LifeSignals } from '../plan/signals.ts'
import type { RestPose } from '../pose/forward.ts'
import type { HandReach } from '../pose/hand-reach.ts'
import type { LidRows } from '../pose/lids.ts'
import type { SpringRows } from '../pose/springs.ts'
import type { Expression } from '../rig/expressions.ts'
import type { Repose } from '../rig/repose.ts'
import type { Rig } from '../rig/rig.ts'
import type { Alphabet } from '../tracks/alphabet.ts'
import type { Clip } from '../tracks/clip.ts'
import type { Gesture } from '../tracks/gesture.ts'
import type { Applicable, Stamped } from './commands.ts'
import { type Components, createComponents } from './components.ts'
import type { Fact, WorldEvent } from './events.ts'
import type { Media } from './media-file.ts'
import type { PropKind } from './prop-kind.ts'
import { createProps, type Props } from './props.ts'
import { RESTING_SCREEN, type ScreenState } from './screen.ts'
import type { Sitter } from './sitter.ts'
import type { StageFile } from './stage-file.ts'
import type { Stance } from './stance.ts'

/** How many actors a stage can hold. */
export const CAPACITY = 64
/** Rows of every column: entities are numbered from 1. */
export const ROWS = CAPACITY + 1

/** An avatar as simulation needs it. */
export type Wearable = {
  readonly rig: Rig
  readonly rest: RestPose
  readonly stance: Stance
  readonly sitter: Sitter
  readonly springs: SpringRows
  readonly lids: LidRows
  readonly reach: HandReach
}

/** Content the world plays, parsed and compiled before the first tick. */
export type Catalogue = {
  readonly stage: StageFile
  readonly rigs: ReadonlyMap<string, Wearable>
  /** Local rotations of a body at ease, POSE_STRIDE floats. */
  readonly standing: Float32Array
  /** How arms rest, by name; at most REPOSE_LIMIT of them. */
  readonly reposes: ReadonlyMap<string, Repose>
  /** The same with the arms of one who sits, hands in the lap: all else follows from the seat. */
  readonly sitting: Float32Array
  readonly gestures: ReadonlyMap<string, Gesture>
  /** How words are spelled with the fingers. */
  readonly alphabets: ReadonlyMap<string, Alphabet>
  readonly expressions: ReadonlyMap<string, Expression>
  readonly cultures: ReadonlyMap<string, Culture>
  readonly manners: ReadonlyMap<string, Manner>
  readonly clips: ReadonlyMap<string, Clip>
  readonly media: ReadonlyMap<string, Media>
  readonly props: ReadonlyMap<string, PropKind>
}

/** The picture's point of view. Metres and degrees. */
export type Camera = {
  readonly position: readonly [number, number, number]
  /** Where it stood when the shot began, before its move. */
  readonly start: readonly [number, number, number]
  readonly target: readonly [number, number, number]
  readonly fovDegrees: number
  /** Metres across, at the target, that belong in the picture however narrow it is. */
  readonly width: number
  /** Tick of the last discontinuity: a cut, or whom it frames was put elsewhere. */
  readonly jump: number
}

/** Which shot runs, on whom, since which tick. */
export type ShotState = { readonly name: string; readonly actor: string | undefined; readonly since: number }

/** Actors in order of arrival, and by id. Made anew when one comes or goes, never edited. */
export type Lists = { readonly actors: readonly number[]; readonly byId: ReadonlyMap<string, number> }

/** Columns that a picture is made of. */
type SeenColumns = Pick<Components, 'Transform' | 'Pose' | 'Face'> & {
  readonly Springs: Pick<Components['Springs'], 'rotations'>
  readonly Actor: Pick<Components['Actor'], 'id' | 'avatar'>
}

/** A block of life that has been computed. */
type LifeBlock = {
  readonly actor: string
  readonly manner: Manner
  readonly block: number
  readonly signals: LifeSignals
}

/** One stage's whole state. Columns of two ticks are kept, so that any instant between them can be drawn. */
export type World = {
  /** All CAPACITY entities exist from the start; one that carries Actor is on the stage. So a snapshot can put them back. */
  readonly entities: Entities
  readonly components: Components
  /** The columns as they stood one tick earlier. */
  readonly previous: SeenColumns
  readonly catalogue: Catalogue
  readonly commands: ReadonlyMap<string, Applicable>
  readonly seed: number
  /** Width of a row of Springs, joints. */
  readonly springJoints: number
  /** Ticks done; poses of tick − 1 and tick − 2 stand in the columns. */
  tick: number
  /** Every command ever given, by tick and then by arrival. */
  readonly log: Stamped[]
  /** First command of the log that has not been applied. */
  cursor: number
  /** Commands applied before the log begins, where the world began in the middle; see `beginAt`. */
  forgotten: number
  /** Facts since the host last drained them. */
  events: WorldEvent[]
  /** Systems iterate this and nothing else. */
  lists: Lists
  /** Who was there one tick earlier: a row may have been left since, or taken by another. */
  previousLists: Lists
  camera: Camera
  previousCamera: Camera
  shot: ShotState
  screen: ScreenState
  readonly props: Props
  /** Actors spawned so far; gives each its index. */
  spawned: number
  /** The block of life each row is in, for each state of acting. A cache of a pure function, so no part of the state. */
  readonly lifeBlocks: (LifeBlock | undefined)[]
}

export type WorldOptions = {
  readonly catalogue: Catalogue
  readonly commands: readonly Applicable[]
  readonly seed: number
}

/** An empty stage at tick 0, framed by its default shot. */
export function createWorld({ catalogue, commands, seed }: WorldOptions): World {
  const springJoints = Math.max(0, ...[...catalogue.rigs.values()].map(({ springs }) => springs.joints))
  const components = createComponents(ROWS, springJoints)
  const { Actor, Transform, Pose, Face, Springs } = createComponents(ROWS, springJoints)
  const lists: Lists = { actors: [], byId: new Map() }
  const camera: Camera = {
    position: [0, 1.4, 3],
    start: [0, 1.4, 3],
    target: [0, 1.4, 0],
    fovDegrees: 20,
    width: 0,
    jump: 0,
  }
  const entities = createEntities()
  for (let i = 0; i < CAPACITY; i++) addEntity(entities)
  return {
    entities,
    components,
    previous: { Actor, Transform, Pose, Face, Springs: { rotations: Springs.rotations } },
    catalogue,
    commands: new Map(commands.map((command) => [command.name, command])),
    seed,
    springJoints,
    tick: 0,
    log: [],
    cursor: 0,
    forgotten: 0,
    events: [],
    lists,
    previousLists: lists,
    camera,
    previousCamera: camera,
    shot: { name: catalogue.stage.defaultShot, actor: undefined, since: 0 },
    screen: RESTING_SCREEN,
    props: createProps(catalogue.stage, catalogue.props),
    spawned: 0,
    lifeBlocks: [],
  }
}

/** Appends a fact about this tick. */
export function emit(world: World, fact: Fact): void {
  world.events.push({ tick: world.tick, ...fact } as WorldEvent)
}

/** Row of an actor, or undefined when nobody of that name is on the stage. */
export const findActor = (world: World, id: string): number | undefined => world.lists.byId.get(id)
