import { addComponent } from 'bitecs'
import * as z from 'zod'
import { EngineError } from '../core/errors.ts'
import { blobHash, cueId } from '../core/ids.ts'
import { compileLine } from '../plan/compile.ts'
import { compileBlink } from '../plan/life/blinks.ts'
import { mannerismsSchema } from '../plan/mannerisms.ts'
import { planSchema } from '../plan/plan.ts'
import { FACE_REGIONS } from '../rig/face-regions.ts'
import { CLIP_MASKS } from '../tracks/clip-mask.ts'
import { fitGesture } from '../tracks/fit-gesture.ts'
import { type ClipCue, type ExpressionCue, FACE_LAYERS, type Fall, type GestureCue, type LineCue } from './cues.ts'
import { blendParts } from './expressions.ts'
import { gestureContacts } from './gesture-contacts.ts'
import { findGesture } from './gestures.ts'
import { refreshLists } from './lists.ts'
import { mixManner } from './manner.ts'
import { AT_REST } from './screen.ts'
import { borneSchema, gazeTargetSchema, holdCueSchema, readBorne, writeBorne } from './start-props.ts'
import { CAPACITY, ROWS, type World } from './world.ts'

const tick = z.int()
const name = z.string().max(200)
const point = z.tuple([z.number(), z.number(), z.number()])
const cue = { id: name, start: tick, end: tick, released: tick }

const lineCueSchema = z.strictObject({
  ...cue,
  line: name,
  part: z.int().min(0),
  audio: z.string().regex(/^[0-9a-f]{64}$/),
  pause: z.number().min(0),
  rest: tick,
  born: tick,
  plan: planSchema,
  delivery: z.strictObject({ head: z.number(), brows: z.number(), blinks: z.number() }),
})
const along = { line: name.optional() }
const gestureCueSchema = z.strictObject({
  ...cue,
  ...along,
  gesture: name,
  /** Whether the other hand carries it than the one it was authored for. */
  mirrored: z.boolean(),
  intensity: z.number(),
  space: z.number(),
  power: z.number(),
  asked: tick,
  stroke: tick,
  until: tick,
  hold: tick,
  back: tick,
  firm: z.boolean(),
  aim: gazeTargetSchema.optional(),
  taken: z.tuple([tick, tick]),
})
const glanceCueSchema = z.strictObject({ target: gazeTargetSchema, start: tick, end: tick, ...along })
const delays = z.array(z.number()).length(FACE_REGIONS.length)
const expressionCueSchema = z.strictObject({
  ...cue,
  ...along,
  layer: z.enum(FACE_LAYERS),
  parts: z.array(z.strictObject({ name, intensity: z.number() })).max(100),
  strength: z.number(),
  rise: z.strictObject({ ticks: tick, overshoot: z.number(), settle: tick, delays }),
  falls: z
    .array(z.strictObject({ from: tick, ticks: tick, delays, linger: z.number(), by: name.optional() }))
    .max(10_000),
})
const clipCueSchema = z.strictObject({
  ...cue,
  clip: name,
  weight: z.number(),
  mask: z.enum(CLIP_MASKS),
  loop: z.boolean(),
  fade: z.int().min(0),
})

const place = z.strictObject({ x: z.number(), z: z.number(), yaw: z.number() })
const stepSchema = z.strictObject({
  foot: z.union([z.literal(0), z.literal(1)]),
  begin: tick,
  lift: tick,
  land: tick,
  end: tick,
  from: place,
  to: place,
  bow: z.strictObject({ x: z.number(), z: z.number() }),
  move: place,
  roll: z.number(),
  strike: z.number(),
  shift: z.number(),
})
const seatedSchema = z.strictObject({
  seat: name,
  back: z.number(),
  down: z.number(),
  from: z.union([z.literal(0), z.literal(1)]),
  moves: z.array(z.strictObject({ begin: tick, end: tick, to: z.union([z.literal(0), z.literal(1)]) })).max(1000),
})
const walkSchema = z.strictObject({
  mark: name,
  start: tick,
  end: tick,
  from: z.number(),
  to: z.number(),
  seen: tick,
})

const actorSchema = z.strictObject({
  row: z.int().min(1).max(CAPACITY),
  id: name,
  avatar: name,
  /** Its row of every column of numbers, by "Component.field". */
  numbers: z.record(z.string(), z.array(z.number()).max(4096)),
  /** From which manner to which; how far stands among the numbers. */
  manners: z.tuple([name, name]),
  culture: name,
  mannerisms: mannerismsSchema,
  gazeAt: name,
  /** Whether the gaze shift that began at `Gaze.since` goes with a blink; which one follows from seed, actor and tick. */
  blinks: z.boolean(),
  lines: z.array(lineCueSchema).max(10_000),
  gestures: z.array(gestureCueSchema).max(10_000),
  glances: z.array(glanceCueSchema).max(10_000).default([]),
  expressions: z.array(expressionCueSchema).max(10_000),
  clips: z.array(clipCueSchema).max(1000).default([]),
  holds: z.array(holdCueSchema).max(2).default([]),
  steps: z.array(stepSchema).max(10_000),
  walk: walkSchema.optional(),
  seated: seatedSchema.optional(),
  open: z.array(name).max(10_000),
  dropped: z.array(name).max(10_000),
})

/**
 * A world between two ticks as plain data: where someone begins who comes in the middle. Content is named, lines carry
 * their plans, and chance follows from the seed, so that it fits into a message or a file.
 */
export const startStateSchema = z.strictObject({
  tick: z.int().min(0),
  /** Commands applied so far. */
  applied: z.int().min(0),
  spawned: z.int().min(0),
  camera: z.strictObject({
    position: point,
    start: point,
    target: point,
    fovDegrees: z.number(),
    width: z.number(),
    jump: tick,
  }),
  shot: z.strictObject({ name, actor: name.optional(), since: tick }),
  screen: z.strictObject({ shown: name, before: name, since: tick, wanted: name, until: tick }),
  /** Those that somebody has touched; the others stand where the stage file says. */
  props: z.array(borneSchema).max(1000).default([]),
  /** In order of arrival. */
  actors: z.array(actorSchema).max(CAPACITY),
})

export type StartState = z.infer<typeof startStateSchema>
type ActorState = z.infer<typeof actorSchema>

/** Reads a world's state. What its log still holds for later ticks is not part of it. */
export function readStartState(world: World): StartState {
  const { camera, shot } = world
  return {
    tick: world.tick,
    applied: world.forgotten + world.cursor,
    spawned: world.spawned,
    camera: { ...camera, position: [...camera.position], start: [...camera.start], target: [...camera.target] },
    shot: { name: shot.name, since: shot.since, ...(shot.actor === undefined ? {} : { actor: shot.actor }) },
    screen: world.screen,
    props: readBorne(world.props),
    actors: world.lists.actors.map((e) => readActor(world, e)),
  }
}

/**
 * Puts a new, empty world where another one stood. From there both take the same ticks to the same bits; the tick before
 * is not known, so step once before anything is drawn.
 *
 * @param world  At tick 0 with an empty log, of the same catalogue and seed.
 * @throws       `world/other-start` where the state names content that the catalogue lacks, or was read by another engine.
 */
export function beginAt(world: World, state: StartState): void {
  const { applied, actors, shot, props, ...plain } = state
  Object.assign(world, plain, { forgotten: applied, previousCamera: state.camera })
  world.shot = { name: shot.name, actor: shot.actor, since: shot.since }
  for (const media of [state.screen.shown, state.screen.before, state.screen.wanted])
    if (media !== AT_REST) known(world.catalogue.media, media, 'picture')
  for (const prop of props) if (!writeBorne(world.props, prop)) throw otherStart(`prop "${prop.id}"`)
  for (const actor of actors) writeActor(world, actor)
  refreshLists(world)
  world.previousLists = world.lists
}

function readActor(world: World, e: number): ActorState {
  const { Actor, Footing, Gaze, Manner, Timeline } = world.components
  const walk = Footing.walk[e]
  const seated = Footing.seated[e]
  return {
    row: e,
    id: Actor.id[e]!,
    avatar: Actor.avatar[e]!,
    numbers: Object.fromEntries(
      numberColumns(world, Actor.avatar[e]!).map(({ key, column, width, used }) => [
        key,
        [...column.subarray(e * width, e * width + used)],
      ]),
    ),
    manners: [Manner.first[e]!, Manner.second[e]!],
    culture: Manner.culture[e]!,
    mannerisms: Manner.own[e]!,
    gazeAt: Gaze.actor[e]!,
    blinks: Gaze.lids[e] !== undefined,
    lines: Timeline.lines[e]!.map(({ compiled: _, ...line }) => line),
    gestures: Timeline.gestures[e]!.map((cue) => readGesture(world, cue)),
    glances: [...Timeline.glances[e]!],
    expressions: Timeline.expressions[e]!.map(({ blend: _, parts, rise, falls, ...rest }) => ({
      ...rest,
      parts: [...parts],
      rise: { ...rise, delays: [...rise.delays] },
      falls: falls.map((fall) => ({ ...fall, delays: [...fall.delays] })),
    })),
    clips: Timeline.clips[e]!.map(({ clip, ...rest }) => ({ ...rest, clip: clip.name })),
    holds: [...Timeline.holds[e]!],
    steps: [...Timeline.steps[e]!],
    ...(walk === undefined ? {} : { walk }),
    ...(seated === undefined ? {} : { seated: { ...seated, moves: [...seated.moves] } }),
    open: [...Timeline.open[e]!],
    dropped: [...Timeline.dropped[e]!],
  }
}

function writeActor(world: World, state: ActorState): void {
  const { Actor, Footing, Gaze, Manner, Timeline } = world.components
  const { row: e, id, avatar } = state
  addComponent(world.entities, e, Actor)
  Actor.id[e] = id
  Actor.avatar[e] = avatar
  Actor.rest[e] = known(world.catalogue.rigs, avatar, 'avatar').rest
  for (const { key, column, width, used } of numberColumns(world, avatar)) {
    const numbers = state.numbers[key]
    if (numbers?.length !== used) throw otherStart(`column ${key} of actor "${id}"`)
    column.set(numbers, e * width)
  }
  const [first, second] = state.manners
  for (const manner of state.manners) known(world.catalogue.manners, manner, 'manner')
  known(world.catalogue.cultures, state.culture, 'culture')
  Manner.culture[e] = state.culture
  Manner.own[e] = state.mannerisms
  Manner.first[e] = first
  Manner.second[e] = second
  mixManner(world, e)
  Gaze.actor[e] = state.gazeAt
  Gaze.lids[e] = state.blinks ? compileBlink(world.seed, id, Gaze.since[e]!) : undefined
  Timeline.lines[e] = state.lines.map((line) => writeLine(world, id, line))
  Timeline.gestures[e] = state.gestures.map((gesture) => writeGesture(world, avatar, gesture))
  Timeline.glances[e] = state.glances
  Timeline.expressions[e] = state.expressions.map((expression) => writeExpression(world, expression))
  Timeline.clips[e] = state.clips.map((clip) => writeClip(world, clip))
  Timeline.holds[e] = state.holds.map((hold) => ({ ...hold, id: cueId(hold.id) }))
  Timeline.steps[e] = state.steps
  Footing.walk[e] = state.walk
  Footing.seated[e] = state.seated
  Timeline.open[e] = state.open
  Timeline.dropped[e] = state.dropped
}

function writeLine({ seed }: World, actor: string, { id, audio, ...cue }: ActorState['lines'][number]): LineCue {
  const { plan, line, part, delivery } = cue
  const compiled = compileLine(plan, { seed, actor, line, part, delivery })
  return { ...cue, id: cueId(id), audio: blobHash(audio), compiled }
}

function readGesture({ catalogue }: World, cue: GestureCue): ActorState['gestures'][number] {
  const { gesture, tracks: _, contacts: __, taken, ...rest } = cue
  const mirrored = catalogue.gestures.get(gesture.name)?.mirrored === gesture
  return { ...rest, taken: [...taken], gesture: gesture.name, mirrored }
}

function writeGesture({ catalogue }: World, avatar: string, state: ActorState['gestures'][number]): GestureCue {
  const { id, gesture: name, mirrored, ...cue } = state
  const authored = findGesture(catalogue, name)
  if (authored === undefined) throw otherStart(`gesture "${name}"`)
  const gesture = mirrored ? authored.mirrored : authored
  if (gesture === undefined) throw otherStart(`mirrored gesture "${name}"`)
  const tracks = fitGesture(gesture, catalogue.standing, cue)
  const contacts = gestureContacts(gesture, tracks, catalogue.standing, catalogue.rigs.get(avatar)!)
  return { ...cue, id: cueId(id), gesture, tracks, contacts }
}

function writeExpression(
  { catalogue }: World,
  { id, falls, ...cue }: ActorState['expressions'][number],
): ExpressionCue {
  for (const part of cue.parts) known(catalogue.expressions, part.name, 'expression')
  return { ...cue, id: cueId(id), falls: falls.map(writeFall), blend: blendParts(catalogue, cue.parts, cue.strength) }
}

const writeFall = ({ by, ...fall }: ActorState['expressions'][number]['falls'][number]): Fall =>
  by === undefined ? fall : { ...fall, by: cueId(by) }
function writeClip({ catalogue }: World, { id, clip, ...cue }: ActorState['clips'][number]): ClipCue {
  return { ...cue, id: cueId(id), clip: known(catalogue.clips, clip, 'clip') }
}

/** A column of numbers: floats or whole numbers of a row, and how many of them this row's avatar uses. */
type NumberColumn = {
  readonly key: string
  readonly column: Float32Array | Int32Array
  readonly width: number
  readonly used: number
}

/** Rows of springs are as wide as the stage's richest avatar needs them, which is nothing that a state may depend on. */
function numberColumns({ components, catalogue, springJoints }: World, avatar: string): NumberColumn[] {
  const joints = catalogue.rigs.get(avatar)?.springs.joints ?? 0
  return Object.entries(components).flatMap(([component, fields]) =>
    Object.entries(fields).flatMap(([field, column]) => {
      if (!(column instanceof Float32Array || column instanceof Int32Array)) return []
      const width = column.length / ROWS
      const used = component === 'Springs' && springJoints > 0 ? (width / springJoints) * joints : width
      return [{ key: `${component}.${field}`, column, width, used }]
    }),
  )
}

function known<T>(content: ReadonlyMap<string, T>, id: string, what: string): T {
  const found = content.get(id)
  if (found === undefined) throw otherStart(`${what} "${id}"`)
  return found
}

const otherStart = (what: string): EngineError =>
  new EngineError(
    'world/other-start',
    `This stage cannot begin where the other stands: it has no ${what}. Give both the same content and engine.`,
  )
