import type { BlobStore, Catalogue, DiskContent, Voice } from '../../engine/api/host.ts'
import type { Hearings } from '../ears/hearings.ts'
import type { OriginRules } from '../http/origin.ts'
import type { Limits } from '../limits.ts'
import type { Metrics } from '../metrics.ts'
import type { Memories } from '../store/memories.ts'
import type { Todos } from '../store/todos.ts'
import type { TakeFolder } from '../takes/take-folder.ts'
import type { TakeLinks } from '../takes/take-links.ts'
import type { Role } from './role.ts'
import type { RoomContext } from './room-context.ts'

/** Structured lines for operators: facts and ids, never what people say. */
export type Log = Readonly<
  Record<'debug' | 'info' | 'warn' | 'error', (facts: Readonly<Record<string, unknown>>, message: string) => void>
>

/** Who may come in. */
export type Admitted = {
  /** To call them by. */
  readonly name: string
  /** Whose todos and memories are theirs. */
  readonly owner: string
  /** Who talks may be heard, choose shots and look around; who directs may also record, and change what all others see. */
  readonly may: 'talk' | 'direct'
  /** The one room it is for, if it is. */
  readonly room?: string
}

/** What a stage plays, and where that was read: its files' hashes go into takes. */
export type OpenStage = { readonly catalogue: Catalogue; readonly content: DiskContent }

/** What the server gives every room. */
export type Backstage = {
  readonly stageOf: (stage: string) => Promise<OpenStage>
  readonly voices: readonly Voice[]
  readonly blobs: BlobStore
  readonly takes: TakeFolder
  readonly takeLinks: TakeLinks
  readonly limits: Limits
  /** The stage of a room for which nobody chose another. */
  readonly firstStage: string
  /** The first actor of a room. */
  readonly firstRole: Role
  /** Who somebody of a name is. */
  readonly roleOf: (name: string) => Promise<Role>
  /** What people say to the server's recogniser, in all rooms. */
  readonly hearings: Hearings
  readonly todos: Todos
  readonly memories: Memories
  readonly today: () => Date
  readonly seed: () => number
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** Says who may come in by a name. @throws `room/not-admitted` where nobody may with this token. */
  readonly admit: (token: string | undefined, name: string) => Promise<Admitted>
  /** Pages that may join, beside the server's own. */
  readonly origins: OriginRules
  /** Every room that is open. */
  readonly rooms: Set<RoomContext>
  /** Whether the server lets nobody in any more. */
  readonly isClosing: () => boolean
  readonly metrics: Omit<Metrics, 'registry'>
  readonly log: Log
}
