import { TICK_RATE, tickAt } from '../core/clock.ts'
import { EngineError } from '../core/errors.ts'
import { knownNames } from '../core/suggest.ts'
import { compileLine, type LineSeed } from '../plan/compile.ts'
import type { Plan } from '../plan/plan.ts'
import { stepWorld } from '../world/advance.ts'
import { enqueue, type Stamped } from '../world/commands.ts'
import type { WorldEvent } from '../world/events.ts'
import { LINE_LEAD } from '../world/lines.ts'
import { deliveryOf } from '../world/manner.ts'
import { restoreSnapshot, type Snapshot, takeSnapshot } from '../world/snapshot.ts'
import { beginAt, type StartState } from '../world/start-state.ts'
import { type Catalogue, createWorld, findActor, type World } from '../world/world.ts'
import { type Actor, createActor, type SpawnOptions } from './actor.ts'
import { COMMANDS } from './commands/index.ts'
import { parseInput } from './define-command.ts'
import type { Speaker } from './speaker.ts'

/** Ticks between snapshots: five seconds. */
const SNAPSHOT_TICKS = 300
/** Snapshots kept: half an hour of seeking back; older ones go, and a seek beyond them steps from the start. */
const MAX_SNAPSHOTS = 360

export type StageOptions = {
  readonly catalogue: Catalogue
  readonly seed: number
  /** Turns text into parts of lines; without one, `say` is refused. */
  readonly speaker?: Speaker
  /** Ticks by which commands are stamped ahead of the stage, so that every client of a room applies them together. Default 0. */
  readonly lead?: number
  /** Fewest ticks between a spoken part's arrival and its first sound. Default LINE_LEAD. */
  readonly lineLead?: number
  /** Commands of a take, to be performed again. */
  readonly log?: readonly Stamped[]
  /**
   * Seconds that may be gone back; commands before them are forgotten, so that a room may stay open for weeks. Default: all
   * is kept, and a take can be made of it.
   */
  readonly history?: number
  /** Told after each tick, again where the stage goes back and plays it anew. */
  readonly onTick?: (world: World) => void
  /** Told of each command that is given here, as it is stamped: a room publishes them. */
  readonly onCommand?: (command: Stamped) => void
  /** Where to begin instead of on an empty stage at tick 0: another stage's state, of the same catalogue and seed. */
  readonly start?: StartState
}

/** A running simulation, and what a script holds of it. */
export type Stage = {
  readonly world: World
  /** Lead that `say` gives to each part, ticks. */
  readonly lineLead: number
  /** Whether the host has made a promise through the stage and not kept it yet: a rehearsal's clock waits for it. */
  readonly isBusy: () => boolean
  /** Aborted once the stage has been stopped. */
  readonly signal: AbortSignal
  /** Ends the host's work for the stage: voices stop where they are. Nobody steps it any more, so scripts wait in vain. */
  readonly stop: (reason: unknown) => void
  /** Gives a command by its record's name. Checked now, applied at the tick it is stamped with. */
  readonly run: (name: string, input: unknown) => void
  /**
   * Takes a command that another stage has stamped. One that comes late is played as if it had come in time: the stage
   * goes back to it and forth again.
   *
   * @param command  Its tick may not lie before the stage's beginning, nor before commands taken earlier.
   */
  readonly receive: (command: Stamped) => void
  readonly spawnActor: (options: SpawnOptions) => Actor
  readonly actor: (id: string) => Actor
  readonly cutTo: (shot: string, options?: { actor?: Actor | string }) => void
  /** Shows a picture on the stage's screen. @param options.seconds  How long; default: until another, or `hideMedia`. */
  readonly showMedia: (media: string, options?: { seconds?: number }) => void
  readonly hideMedia: () => void
  /** Resolves once that much of the stage's time has passed. Seconds. */
  readonly wait: (seconds: number) => Promise<void>
  readonly step: () => void
  /** Goes to any tick from where the stage began, back or forth: nearest snapshot, then steps. Facts of the way, and those not taken before, are not told. */
  readonly seek: (tick: number) => void
  /** Facts since the last call. */
  readonly takeEvents: () => readonly WorldEvent[]
  /** Resolves with the first event that fits, after the tick that brings it. */
  readonly until: (fits: (event: WorldEvent) => boolean) => Promise<WorldEvent>
  /** Counts work of the host as pending until it settles. */
  readonly track: <T>(work: Promise<T>) => Promise<T>
}

type Waiter = { readonly fits: (event: WorldEvent) => boolean; readonly resolve: (event: WorldEvent) => void }
type Alarm = { readonly tick: number; readonly resolve: () => void }

/** Makes an empty stage at tick 0. */
export function createStage({
  catalogue,
  seed,
  speaker,
  lead = 0,
  lineLead = LINE_LEAD,
  log = [],
  start,
  history,
  onTick,
  onCommand,
}: StageOptions): Stage {
  const world = createWorld({ catalogue, commands: COMMANDS, seed })
  if (start !== undefined) beginAt(world, start)
  for (const stamped of log) {
    world.log.push(stamped)
    compileAhead(world, stamped.name, stamped.input)
  }
  const snapshots: Snapshot[] = [takeSnapshot(world)]
  const kept = history === undefined ? undefined : Math.max(2, Math.ceil((history * TICK_RATE) / SNAPSHOT_TICKS) + 1)
  let events: WorldEvent[] = []
  let waiters: Waiter[] = []
  let alarms: Alarm[] = []
  let pending = 0
  const work = new AbortController()

  const stage: Stage = {
    world,
    lineLead,
    isBusy: () => pending > 0,
    signal: work.signal,
    stop: (reason) => work.abort(reason),
    run(name, input) {
      const command = COMMANDS.find((record) => record.name === name)
      if (command === undefined) {
        const known = COMMANDS.map((record) => record.name)
        throw new EngineError(
          'api/unknown-command',
          `No command ${JSON.stringify(name.slice(0, 80))}. ${knownNames(name.slice(0, 80), known)}`,
        )
      }
      const parsed = parseInput(command, input)
      command.check?.(world, parsed)
      compileAhead(world, name, parsed)
      const stamped = { tick: world.tick + lead, name, input: parsed }
      enqueue(world, stamped)
      forgetAfter(snapshots, stamped.tick)
      onCommand?.(stamped)
    },
    receive(command) {
      const { tick } = world
      compileAhead(world, command.name, command.input)
      if (command.tick < tick) restoreSnapshot(world, nearestSnapshot(snapshots, command.tick))
      enqueue(world, command)
      forgetAfter(snapshots, command.tick)
      while (world.tick < tick) stage.step()
    },
    spawnActor: (options) => createActor(stage, options, speaker),
    actor: (id) => createActor(stage, id, speaker),
    cutTo(shot, { actor } = {}) {
      const id = typeof actor === 'object' ? actor.id : actor
      stage.run('cutTo', { shot, ...(id === undefined ? {} : { actor: id }) })
    },
    showMedia: (media, { seconds } = {}) => stage.run('showMedia', { media, seconds }),
    hideMedia: () => stage.run('hideMedia', {}),
    wait: (seconds) => new Promise((resolve) => alarms.push({ tick: world.tick + tickAt(seconds), resolve })),
    step() {
      stepWorld(world)
      onTick?.(world)
      if (world.tick % SNAPSHOT_TICKS === 0 && world.tick > snapshots.at(-1)!.tick) keepSnapshot(snapshots, world, kept)
      const fresh = world.events
      if (fresh.length > 0) world.events = []
      events.push(...fresh)
      if (fresh.length > 0 && waiters.length > 0) waiters = waiters.filter((waiter) => !answer(waiter, fresh))
      if (alarms.length > 0) alarms = alarms.filter((alarm) => !ring(alarm, world.tick))
    },
    seek(tick) {
      const nearest = nearestSnapshot(snapshots, tick)
      if (tick < world.tick || nearest.tick > world.tick) {
        restoreSnapshot(world, nearest)
      }
      while (world.tick < tick) stage.step()
      events = []
    },
    takeEvents() {
      const taken = events
      events = []
      return taken
    },
    until: (fits) => new Promise((resolve) => waiters.push({ fits, resolve })),
    track(work) {
      pending++
      return work.finally(() => pending--)
    },
  }
  return stage
}

type LineInput = Pick<LineSeed, 'actor' | 'line' | 'part'> & { readonly plan: Plan }

/** A line's tracks are made when it is given, so that no tick has to. */
function compileAhead(world: World, name: string, input: unknown): void {
  if (name !== 'performLine') return
  const { plan, actor, line, part } = input as LineInput
  const e = findActor(world, actor)
  if (e !== undefined) compileLine(plan, { seed: world.seed, actor, line, part, delivery: deliveryOf(world, e) })
}

/** The last one at or before a tick, or the stage's beginning. */
const nearestSnapshot = (snapshots: readonly Snapshot[], tick: number): Snapshot =>
  snapshots.findLast((snapshot) => snapshot.tick <= tick) ?? snapshots[0]!

/** Without a bound of its own a stage can always play from its beginning, and drops snapshots between. */
function keepSnapshot(snapshots: Snapshot[], world: World, kept: number | undefined): void {
  snapshots.push(takeSnapshot(world))
  if (kept === undefined && snapshots.length > MAX_SNAPSHOTS) snapshots.splice(1, 1)
  if (kept !== undefined && snapshots.length > kept) {
    snapshots.shift()
    forgetLog(snapshots, world)
  }
}

/** Drops what was applied before the oldest snapshot. */
function forgetLog(snapshots: Snapshot[], world: World): void {
  const count = snapshots[0]!.cursor
  world.log.splice(0, count)
  world.cursor -= count
  world.forgotten += count
  for (const [i, snapshot] of snapshots.entries()) snapshots[i] = { ...snapshot, cursor: snapshot.cursor - count }
}

/** A command changes what comes after it: snapshots of that are snapshots of something else. */
function forgetAfter(snapshots: Snapshot[], tick: number): void {
  while (snapshots.at(-1)!.tick > tick) snapshots.pop()
}

function answer({ fits, resolve }: Waiter, events: readonly WorldEvent[]): boolean {
  const event = events.find(fits)
  if (event === undefined) return false
  resolve(event)
  return true
}

function ring({ tick, resolve }: Alarm, now: number): boolean {
  if (now < tick) return false
  resolve()
  return true
}
