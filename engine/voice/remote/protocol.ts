import { EngineError, ERROR_CODES, type ErrorCode } from '../../core/errors.ts'
import type { SpeechOptions, SpeechPart } from '../voice.ts'

/** What the caller of a voice on another thread asks; lines are numbered by the caller. `speak` asks for nothing yet. */
export type Request =
  | { readonly line: number; readonly ask: 'speak'; readonly text: string; readonly options: LineOptions }
  | { readonly line: number; readonly ask: 'next' | 'stop' }

export type LineOptions = Omit<SpeechOptions, 'signal'>

/** The other thread's answer to a `next`. */
export type Answer =
  | { readonly line: number; readonly is: 'part'; readonly part: SpeechPart }
  | { readonly line: number; readonly is: 'over' }
  | { readonly line: number; readonly is: 'failed'; readonly code: string; readonly message: string }

/** One end of a channel between threads. */
export type Port<Out, In> = {
  readonly post: (message: Out, transfer?: readonly ArrayBufferLike[]) => void
  readonly listen: (handle: (message: In) => void) => void
}

/** An error as it fits into a message; one that is not the engine's own is told by its sentence. */
export const toMessage = (error: unknown): { code: ErrorCode; message: string } =>
  error instanceof EngineError
    ? { code: error.code, message: error.message }
    : { code: 'voice/failed', message: `The voice failed: ${(error as Error).message}.` }

export const fromMessage = ({ code, message }: { code: string; message: string }): EngineError =>
  new EngineError(code in ERROR_CODES ? (code as ErrorCode) : 'voice/failed', message)
