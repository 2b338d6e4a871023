import {
  type Catalogue,
  createRoomClock,
  createStage,
  ENGINE_VERSION,
  HASH_EVERY,
  poseHash,
  ROOM_LEAD,
  ROOM_LINE_LEAD,
  ROOM_PROTOCOL,
  readStartState,
  type Speaker,
  type Stage,
  type Stamped,
  type Welcome,
  type WorldEvent,
} from '../../engine/api/host.ts'

export type LiveStageOptions = {
  readonly catalogue: Catalogue
  /** Id of the stage's file, for those who join. */
  readonly stageName: string
  readonly seed: number
  readonly speaker: Speaker
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** Told of every command, to send it to all who watch. */
  readonly publish: (command: Stamped) => void
  /** Told of what happened in a tick, in order. */
  readonly onEvents: (events: readonly WorldEvent[]) => void
}

/** A stage that keeps time by itself, as a room's does. */
export type LiveStage = {
  readonly stage: Stage
  /** Brings the stage to the clock's time. Called often: some sixty times a second. */
  readonly advance: () => void
  /** What someone needs who joins now. */
  readonly welcome: () => Welcome
  /** Where the stage stands, ticks. */
  readonly position: () => number
  /** Hash of the pose after a tick; undefined where that is too long ago or still to come. */
  readonly hashOf: (tick: number) => string | undefined
  /** Stands still while nobody watches: what was queued is dropped, so that nothing is hurried later. */
  readonly pause: () => void
  readonly resume: () => void
}

/** Hashes kept for clients that are behind. */
const HASHES_KEPT = 12
/** Seconds of the log that a room remembers. */
const HISTORY = 30

export function createLiveStage(options: LiveStageOptions): LiveStage {
  const { catalogue, stageName, seed, speaker, now, publish, onEvents } = options
  const clock = createRoomClock(now)
  const stage = createStage({
    catalogue,
    seed,
    speaker,
    lead: ROOM_LEAD,
    lineLead: ROOM_LINE_LEAD,
    history: HISTORY,
    onCommand: publish,
  })
  const hashes = new Map<number, string>()

  return {
    stage,
    advance() {
      const position = clock.position()
      while (stage.world.tick < Math.floor(position) + 2) {
        stage.step()
        if (stage.world.tick % HASH_EVERY === 0) keepHash(hashes, stage.world)
      }
      const events = stage.takeEvents()
      if (events.length > 0) onEvents(events)
    },
    welcome: () => ({
      protocol: ROOM_PROTOCOL,
      engine: ENGINE_VERSION,
      stage: stageName,
      seed,
      start: readStartState(stage.world),
      log: stage.world.log.slice(stage.world.cursor),
    }),
    position: clock.position,
    hashOf: (tick) => hashes.get(tick),
    pause() {
      for (const actor of stage.world.lists.byId.keys()) stage.run('interrupt', { actor })
      for (let tick = 0; tick <= ROOM_LEAD; tick++) stage.step()
      clock.pause()
    },
    resume: clock.resume,
  }
}

function keepHash(hashes: Map<number, string>, world: Stage['world']): void {
  hashes.set(world.tick, poseHash(world))
  hashes.delete(world.tick - HASH_EVERY * HASHES_KEPT)
}
