import { EngineError, type RoomMessages } from '../../engine/api/host.ts'
import type { Said } from '../mind/mind.ts'
import type { Admitted, Backstage } from './backstage.ts'
import type { Company } from './company.ts'
import type { LiveStage } from './live-stage.ts'
import type { Recorder } from './recorder.ts'
import type { StageState } from './stage-state.ts'
import type { TurnTiming } from './turn-timing.ts'

/** Someone in a room, as long as the session lasts. */
export type Visitor = {
  /** Of the session. */
  readonly id: string
  readonly name: string
  /** Whose todos and memories are theirs: the same in every tab and on every day. */
  readonly owner: string
  /** What they may do here. */
  readonly may: Admitted['may']
  /** Where their clock stands, an IANA name; the server's own where they did not say. */
  readonly zone: string
  /** When they came, milliseconds of the day's clock. */
  readonly since: number
  readonly tell: <Type extends keyof RoomMessages>(type: Type, message: RoomMessages[Type]) => void
}

/** A room as what happens in it sees it. */
export type RoomContext = {
  readonly id: string
  /** Id of the file in content/stages. */
  readonly stageName: string
  readonly backstage: Backstage
  readonly state: StageState
  readonly live: LiveStage
  readonly company: Company
  readonly timing: TurnTiming
  readonly recorder: Recorder
  /** Everyone who is here, one for each session. */
  readonly visitors: () => readonly Visitor[]
  /** Keeps what was said, for those who come. */
  readonly keep: (said: Said & { readonly tick: number }) => void
  readonly tellAll: <Type extends keyof RoomMessages>(type: Type, message: RoomMessages[Type]) => void
}

/** What a person is told about something that went wrong. */
export const noticeOf = (error: Error): RoomMessages['notice'] => ({
  code: error instanceof EngineError ? error.code : 'room/failed',
  message: error.message,
})
