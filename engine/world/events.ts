import type { ActorId, BlobHash, CueId } from '../core/ids.ts'
import type { ReachKind } from './cues.ts'

/**
 * What falls short of what was asked for: words that a voice cannot say and captions show, characters by name that
 * were left out, a part whose lips are guessed because its voice knows no phones, an act by name that content lacks, a
 * gesture that was left out or came late because hands had no time for it, or was left out or made by one hand because
 * the other holds something, or was left out because its actor sits on what it touches; or a prop that could not be dealt with when it came to that.
 */
export type Degradation = {
  readonly what:
    | 'unspoken'
    | 'removed'
    | 'rough-lips'
    | 'unknown-direction'
    | 'unknown-act'
    | 'crowded-gesture'
    | 'late-gesture'
    | 'busy-hand'
    | 'free-hand'
    | 'seated'
    | 'out-of-hand'
  readonly text: string
}

/** Facts appended during a tick; the host drains them after it. */
export type WorldEvent = { readonly tick: number } & (
  | { readonly type: 'actorSpawned'; readonly actor: ActorId }
  | { readonly type: 'actorRemoved'; readonly actor: ActorId }
  | { readonly type: 'shotCut'; readonly shot: string }
  /** The screen begins to fade to something else; '' is rest. */
  | { readonly type: 'screenTurned'; readonly media: string }
  | {
      readonly type: 'partStarted'
      readonly actor: ActorId
      readonly line: string
      readonly part: number
      readonly audio: BlobHash
    }
  | {
      readonly type: 'partEnded'
      readonly actor: ActorId
      readonly line: string
      readonly part: number
      readonly released: boolean
    }
  | { readonly type: 'lineEnded'; readonly actor: ActorId; readonly line: string; readonly interrupted: boolean }
  /** Once for each gesture given: played out, let go, dropped before it began, or gone with its actor. */
  | { readonly type: 'gestureEnded'; readonly actor: ActorId; readonly cue: CueId }
  /** Once for each clip played: to its end, stopped, covered by another, or gone with its actor. */
  | { readonly type: 'clipEnded'; readonly actor: ActorId; readonly clip: string; readonly cue: CueId }
  /** A place in the text that somebody asked to be told of. */
  | { readonly type: 'markReached'; readonly actor: ActorId; readonly line: string; readonly name: string }
  /** Once for each walk: at its mark, or cut off by another walk, a jump or the actor's going. */
  | { readonly type: 'walkEnded'; readonly actor: ActorId; readonly mark: string; readonly arrived: boolean }
  /** Once for each time somebody is sent to a seat: it sits there, or something came between. */
  | { readonly type: 'sitEnded'; readonly actor: ActorId; readonly seat: string; readonly seated: boolean }
  /** Once for each time somebody rises: it stands, or sits down again. The seat is '' for who had none. */
  | { readonly type: 'riseEnded'; readonly actor: ActorId; readonly seat: string; readonly standing: boolean }
  /** Once for each prop that a hand was sent for or with: it is done and the hand back, or something came between. */
  | {
      readonly type: 'handled'
      readonly actor: ActorId
      readonly prop: string
      readonly kind: ReachKind
      readonly done: boolean
    }
  /** One for each stretch of a part's text that is not said: shown alone, or taken out. */
  | ({ readonly type: 'degraded'; readonly actor: ActorId } & Degradation)
)

type WithoutTick<T> = T extends WorldEvent ? Omit<T, 'tick'> : never
/** An event as a system writes it; the world adds the tick. */
export type Fact = WithoutTick<WorldEvent>
