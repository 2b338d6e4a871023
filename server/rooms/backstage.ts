import type { BlobStore, Catalogue, DiskContent, Voice } from '../../engine/api/host.ts'
import type { Hearings } from '../ears/hearings.ts'
import type { Limits } from '../limits.ts'
import type { Metrics } from '../metrics.ts'
import type { Memories } from '../store/memories.ts'
import type { Todos } from '../store/todos.ts'
import type { TakeFolder } from '../takes/take-folder.ts'
import type { Role } from './role.ts'

/** Structured lines for operators: facts and ids, never what people say. */
export type Log = Readonly<
  Record<'debug' | 'info' | 'warn' | 'error', (facts: Readonly<Record<string, unknown>>, message: string) => void>
>

/** Who may come in: a name to call them by, and whose todos and memories are theirs. */
export type Admitted = { readonly name: string; readonly owner: string }

/** What a stage plays, and where that was read: its files' hashes go into takes. */
export type OpenStage = { readonly catalogue: Catalogue; readonly content: DiskContent }

/** What the server gives every room. */
export type Backstage = {
  readonly stageOf: (stage: string) => Promise<OpenStage>
  readonly voices: readonly Voice[]
  readonly blobs: BlobStore
  readonly takes: TakeFolder
  readonly limits: Limits
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
  /** Says who may come in. @throws where nobody may with this token. */
  readonly admit: (token: string | undefined, options: { readonly name?: unknown }) => Promise<Admitted>
  readonly metrics: Omit<Metrics, 'registry'>
  readonly log: Log
}
