import type { LookAct } from '../../plan/acts.ts'
import type { Alphabet } from '../../tracks/alphabet.ts'
import type { Spelling } from '../../tracks/spelling.ts'

/** Text that is said in one way. */
export type Stretch = {
  readonly text: string
  /** Speed and height against the speaker's own, [0.5, 2]. */
  readonly rate: number
  readonly pitch: number
  /** Factor of loudness, [0, 2]. */
  readonly gain: number
  /** Another voice than the actor's own, for as long as this stretch. */
  readonly voice?: string
  /** Letters that the fingers spell instead of a voice. */
  readonly spelling?: Spelling
  /** Seconds of silence after it; where none are asked for, the voice pauses as it sees fit. */
  readonly pause?: number
}

/** What somebody asked hands, face or eyes to do, or wants to be told of. */
export type Asked =
  | { readonly type: 'gesture'; readonly name: string; readonly intensity: number }
  | { readonly type: 'express'; readonly name: string; readonly intensity: number }
  | { readonly type: 'look'; readonly at: LookAct['at'] }
  | { readonly type: 'emphasis'; readonly level: number }
  | { readonly type: 'mark'; readonly name: string }

/** Something asked for at a place in the text, with the word that follows it. */
export type Direction = {
  readonly asked: Asked
  /** Character of the spoken text before which it stands. */
  readonly at: number
  /** Character at which it ends; of a face, it lets go there. */
  readonly until?: number
}

/** What could not be understood, and was spoken around. */
export type Problem = { readonly line: number; readonly column: number; readonly message: string }

/** A text with directions, read: what is said and how, and what goes along with it. */
export type Script = {
  readonly stretches: readonly Stretch[]
  readonly directions: readonly Direction[]
  readonly problems: readonly Problem[]
}

/** Names that directions may use. */
export type Vocabulary = {
  readonly gestures: readonly string[]
  readonly expressions: readonly string[]
  readonly alphabets: ReadonlyMap<string, Alphabet>
}

/** All that is said, without directions. */
export const spokenTextOf = ({ stretches }: Script): string => stretches.map(({ text }) => text).join('')
