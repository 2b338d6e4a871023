import { EngineError } from '../../core/errors.ts'
import type { Stamped } from '../../world/commands.ts'
import { poseHash } from '../../world/pose-hash.ts'
import { startStateSchema } from '../../world/start-state.ts'
import type { Catalogue } from '../../world/world.ts'
import { COMMANDS } from '../commands/index.ts'
import { parseInput } from '../define-command.ts'
import { createStage, type Stage } from '../stage.ts'
import { ENGINE_VERSION } from '../take.ts'
import { followClock } from './followed-clock.ts'
import { ROOM_PROTOCOL, type RoomMessages, type Welcome } from './messages.ts'

/** Ticks between hashes that a client and its room compare: five seconds. */
export const HASH_EVERY = 300
/** Ticks that a stage may run on without a word of its room, which may have slept: five seconds. Well within {@link HISTORY}. */
const MOST_AHEAD = 300
/** Seconds that a follower can go back for a command that comes late. */
const HISTORY = 20

export type FollowerOptions = {
  /** Of the stage that the room plays; see {@link Welcome}. */
  readonly catalogue: Catalogue
  readonly welcome: Welcome
  /** Told of the pose at every {@link HASH_EVERY} ticks, to be compared by the room, and how many commands came late since. */
  readonly onHash?: (tick: number, hash: string, late: number) => void
}

/** A stage that does what a room's does, a network apart. */
export type Follower = {
  readonly stage: Stage
  /** Takes commands as the room sends them. */
  readonly receive: (commands: RoomMessages['commands']) => void
  /** Takes an answer about the room's time. @param now  Milliseconds of the clock that `sent` was read from. */
  readonly heardTime: (answer: RoomMessages['time'], now: number) => void
  /**
   * Steps the stage to where the room stands.
   *
   * @param now  Milliseconds of the same clock.
   * @returns    Where between its last two poses the moment lies, [0, 1).
   */
  readonly advance: (now: number) => number
}

/** @throws `room/other-version` where room and client would not understand each other, or not move alike. */
export function createFollower({ catalogue, welcome, onHash }: FollowerOptions): Follower {
  if (welcome.protocol !== ROOM_PROTOCOL || welcome.engine !== ENGINE_VERSION)
    throw new EngineError(
      'room/other-version',
      `The room runs engine ${welcome.engine} and protocol ${welcome.protocol}; this client runs ${ENGINE_VERSION} and ${ROOM_PROTOCOL}. Load the page again.`,
    )
  const start = startStateSchema.parse(welcome.start)
  const hashes = new Map<number, string>()
  const stage = createStage({
    catalogue,
    seed: welcome.seed,
    start,
    history: HISTORY,
    onTick: (world) => {
      if (world.tick % HASH_EVERY === 0) hashes.set(world.tick, poseHash(world))
    },
  })
  const clock = followClock()
  let late = 0
  // Messages keep their order: once the room says that it stands there, no command for an earlier tick can come.
  let settled = start.tick
  const receive = (commands: readonly Stamped[]) => {
    for (const command of commands) {
      if (command.tick < stage.world.tick) late++
      stage.receive(parsed(command))
    }
  }
  receive(welcome.log)
  // The tick before the room's is not known, so that nothing can be drawn between the two: step once.
  stage.step()

  return {
    stage,
    receive,
    heardTime({ sent, position }, now) {
      clock.heard(sent, position, now)
      settled = Math.max(settled, position)
    },
    advance(now) {
      const position = Math.min(Math.max(clock.positionAt(now), start.tick), settled + MOST_AHEAD)
      const tick = Math.floor(position)
      while (stage.world.tick < tick + 2) stage.step()
      // What happened is the room's to tell; kept here it would pile up.
      stage.takeEvents()
      for (const [at, hash] of hashes) {
        if (at > Math.min(stage.world.tick, settled)) break
        hashes.delete(at)
        onHash?.(at, hash, late)
        late = 0
      }
      // A stage that has run ahead of a room that slept stands until the room is there.
      return stage.world.tick > tick + 2 ? 0 : position - tick
    },
  }
}

function parsed({ tick, name, input }: Stamped): Stamped {
  const command = COMMANDS.find((record) => record.name === name)
  if (command === undefined)
    throw new EngineError('api/unknown-command', `The room sent a command "${name}" that this client does not know.`)
  return { tick, name, input: parseInput(command, input) }
}
