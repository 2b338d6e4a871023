import type { ClientMessages } from '../../../engine/api/host.ts'
import type { RoomContext, Visitor } from '../room-context.ts'

/** What a room does with one type of message. Its input has been checked; what it throws is told to who sent it. */
export type Handler<Type extends keyof ClientMessages = keyof ClientMessages> = {
  /** How many of these one session may send: at once, and a second in the long run. Default: what holds for all together. */
  readonly limit?: readonly [burst: number, perSecond: number]
  /** Who may direct alone. Default: everyone. */
  readonly forDirectors?: true
  /** Whether it is done also in a room that is about to close. Default false. */
  readonly whileClosing?: boolean
  readonly handle: (room: RoomContext, from: Visitor, message: ClientMessages[Type]) => void | Promise<void>
}
