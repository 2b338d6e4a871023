import type { EngineError } from '../../engine/api/host.ts'

/** Something said in a room, and in which language (ISO 639-1). */
export type Said = { readonly by: string; readonly name: string; readonly text: string; readonly language?: string }

/** A talk of one actor with the people of a room. It is the same object at every turn: minds keep what they know by it. */
export type Talk = {
  /** Id of the actor that answers. */
  readonly actor: string
}

/** What falls short, and goes on all the same. */
export type Shortfall = 'mind' | 'moderation' | 'summary' | 'store' | 'tool'

/** What those who run the room are told of a turn, with the error's `data`. Never what was said. */
export type Report =
  | { readonly kind: 'degraded'; readonly what: Shortfall; readonly error: EngineError }
  /** `by` is the id of the person or actor whose words were kept back. */
  | { readonly kind: 'withheld'; readonly category: string; readonly by: string }

/** What an actor is to answer. */
export type Turn = {
  readonly talk: Talk
  readonly text: string
  /** Language the person speaks, ISO 639-1. */
  readonly language: string
  readonly person: { readonly id: string; readonly name: string }
  /** What was heard before, oldest first; at its end what is to be answered. */
  readonly history: readonly Said[]
  /** Does something for the person; see `tools/`. @returns  What came of it, as a sentence. */
  readonly use: (tool: string, input: unknown) => Promise<string>
  /** What the person asked to be remembered, oldest first. */
  readonly remembered: () => Promise<readonly string[]>
  readonly now: Date
  /** Tells what fell short; the answer goes on. */
  readonly report: (report: Report) => void
}

/** A piece of an answer, in the order of its performance. */
export type Reply =
  /** A sentence or more, spoken as one line. */
  | { readonly kind: 'say'; readonly text: string }
  /** Something to do with the hands, or the face, with what is said next. */
  | { readonly kind: 'gesture'; readonly name: string }
  | { readonly kind: 'express'; readonly name: string; readonly seconds?: number }

/** Who an actor is: what it says when spoken to. */
export type Mind = {
  /** Name the actor is called by. */
  readonly name: string
  /** What it says to someone who comes, if anything. */
  readonly greet: (person: Turn['person']) => readonly Reply[]
  /** Whether it would say something that is not its own, such as a reminder. Default: anything. */
  readonly maySay?: (text: string, report: Turn['report']) => Promise<boolean>
  /** Answers piece by piece, as each is ready; stops at once when the signal does. */
  readonly reply: (turn: Turn, signal: AbortSignal) => AsyncIterable<Reply>
}
