import type { Catalogue } from '../../world/world.ts'
import { createFollower, type Follower } from './follower.ts'
import type { ClientMessages, RoomMessages } from './messages.ts'

/** Milliseconds between questions about the room's time: close together at first, then now and then. */
const ASK_SOON = [0, 60, 120, 250, 500]
const ASK_EVERY = 2000

/** A line to a room, whoever carries its messages. */
export type RoomLine = {
  readonly onMessage: <Type extends keyof RoomMessages>(
    type: Type,
    handle: (message: RoomMessages[Type]) => void,
  ) => unknown
  readonly send: <Type extends keyof ClientMessages>(type: Type, message: ClientMessages[Type]) => void
  /** False while the line is broken: what would be sent then is old when it arrives. */
  readonly isWhole: () => boolean
}

export type FollowRoomOptions = {
  readonly line: RoomLine
  readonly catalogueOf: (stage: string) => Promise<Catalogue>
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** A voice will be heard soon, and its file can be fetched. */
  readonly onSpeech?: (hash: string) => void
}

/** A stage kept in step with a room's, over a line that may break. */
export type FollowedRoom = {
  readonly catalogue: Catalogue
  /** Name of its stage. */
  readonly stage: string
  /** Another one after the line was broken and mended. */
  readonly follower: () => Follower
  readonly close: () => void
}

/**
 * Follows the room at the other end of a line; call it before the line's first message is handled.
 *
 * @returns  Once the room has welcomed.
 * @throws   `room/other-version`, or what loading the catalogue throws.
 */
export async function followRoom({ line, catalogueOf, now, onSpeech }: FollowRoomOptions): Promise<FollowedRoom> {
  const first = Promise.withResolvers<string>()
  let catalogue: Catalogue | undefined
  let follower: Follower | undefined
  let welcomed = 0
  let waiting: RoomMessages['commands'][] = []

  const ask = () => {
    if (line.isWhole()) line.send('time', { sent: now() })
  }

  async function begin(welcome: RoomMessages['welcome']): Promise<void> {
    welcomed = now()
    follower = undefined
    // What comes while the catalogue is fetched belongs after the welcome; what came before, into it.
    waiting = []
    catalogue ??= await catalogueOf(welcome.stage)
    follower = createFollower({
      catalogue,
      welcome,
      onHash: (tick, hash, late) => {
        if (line.isWhole()) line.send('hash', { tick, hash, late })
      },
    })
    for (const commands of waiting) follower.receive(commands)
    for (const delay of ASK_SOON) setTimeout(ask, delay)
    first.resolve(welcome.stage)
  }

  line.onMessage('welcome', (welcome) => void begin(welcome).catch(first.reject))
  line.onMessage('commands', (commands) => {
    for (const { name, input } of commands) if (name === 'performLine') onSpeech?.((input as { audio: string }).audio)
    if (follower === undefined) waiting.push(commands)
    else follower.receive(commands)
  })
  line.onMessage('time', (answer) => {
    // An answer to what was asked before the line broke tells of the break, and not of the line.
    if (answer.sent >= welcomed) follower?.heardTime(answer, now())
  })
  const asking = setInterval(ask, ASK_EVERY)
  const close = () => clearInterval(asking)
  const stage = await first.promise.catch((error) => {
    close()
    throw error
  })
  return { catalogue: catalogue!, stage, follower: () => follower!, close }
}
