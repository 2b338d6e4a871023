/** Something said in a room. */
export type Said = { readonly by: string; readonly name: string; readonly text: string }

/** What an actor is to answer. */
export type Turn = {
  readonly text: string
  readonly person: { readonly id: string; readonly name: string }
  /** What was heard before, oldest first. */
  readonly history: readonly Said[]
  /** Does something for the person; see `tools/`. @returns  What came of it, as a sentence. */
  readonly use: (tool: string, input: unknown) => Promise<string>
  readonly now: Date
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
  /** Answers piece by piece, as each is ready; stops at once when the signal does. */
  readonly reply: (turn: Turn, signal: AbortSignal) => AsyncIterable<Reply>
}
