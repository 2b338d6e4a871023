import type { BlobHash, CueId } from '../core/ids.ts'
import type { CompiledLine } from '../plan/compile.ts'
import type { Delivery } from '../plan/life/habits.ts'
import type { Plan } from '../plan/plan.ts'
import type { Blend } from '../rig/blend-expressions.ts'
import type { Clip } from '../tracks/clip.ts'
import type { ClipMask } from '../tracks/clip-mask.ts'
import type { Gesture } from '../tracks/gesture.ts'
import type { RotationTrack } from '../tracks/rotation-track.ts'
import type { GazeTarget } from './gaze.ts'
import type { Standing } from './props.ts'

/** No end yet: the cue has not been released. */
export const NEVER = 0x7fffffff

type Cue = {
  readonly id: CueId
  /** Tick at which the cue's own clock reads zero. */
  readonly start: number
  /** Tick at which it is over. */
  readonly end: number
  /** Tick at which it was told to let go; NEVER while it plays on. */
  readonly released: number
}

/** One part of a line being spoken. */
export type LineCue = Cue & {
  readonly line: string
  readonly part: number
  readonly audio: BlobHash
  /** Seconds of silence after it. */
  readonly pause: number
  /** Tick from which head and breath are at rest again: some time after `end`, when the sound is over. */
  readonly rest: number
  /** Tick at which the part arrived. */
  readonly born: number
  readonly plan: Plan
  /** The manner in which it began, kept to its end. */
  readonly delivery: Delivery
  readonly compiled: CompiledLine
}

/** What goes along with a part of a line is dropped with it, where it has not begun. */
type Along = { readonly line?: string | undefined }

/**
 * A gesture on the stage's clock: from `start` on the hands are prepared, the stroke lands at `stroke`, and at `back` they
 * are where they came from.
 */
export type GestureCue = Cue &
  Along & {
    /** As it is played: mirrored, where the other hand carries it. */
    readonly gesture: Gesture
    /** Its paths, fitted to who makes it by the three numbers. */
    readonly tracks: readonly RotationTrack[]
    /** Where these have the hands as they touch; see `gestureContacts`. */
    readonly contacts: Float64Array
    readonly intensity: number
    readonly space: number
    readonly power: number
    /** Tick at which the stroke was asked to land; NEVER where it was asked for as soon as it can. */
    readonly asked: number
    /** Tick at which it lands. */
    readonly stroke: number
    /** Tick until which it was asked to be held; NEVER where it was not. */
    readonly until: number
    /** Ticks for which it is held beyond what it is by itself. */
    readonly hold: number
    readonly back: number
    /** Whether somebody wrote or ordered it: then it is rather late than left out. */
    readonly firm: boolean
    /** What its arm points at. */
    readonly aim?: GazeTarget | undefined
    /** Ticks from which a later gesture has the left arm, and the right: no retraction until then. NEVER where none has. */
    readonly taken: readonly [number, number]
  }

/** A visit of the eyes: from `start` on they are on their way there, from `end` on back. */
export type GlanceCue = {
  readonly target: GazeTarget
  readonly start: number
  readonly end: number
  /** The line it goes along with. */
  readonly line?: string | undefined
}

/** What lies over what on a face, lowest first: a mood of minutes, a reaction of seconds, a flash of an instant. */
export const FACE_LAYERS = ['mood', 'reaction', 'flash'] as const
export type FaceLayer = (typeof FACE_LAYERS)[number]

/** One expression of a face that may be made of several, and how strongly, [0, 1]. */
export type FacePart = { readonly name: string; readonly intensity: number }

/** How a face comes: ticks to its height, how far beyond itself that is, ticks until it has settled; delays by region, ticks. */
export type Rise = {
  readonly ticks: number
  readonly overshoot: number
  readonly settle: number
  readonly delays: readonly number[]
}

/** How a face goes: from a tick on, or once its regions' delays are over. Several at once multiply, so that none jumps. */
export type Fall = {
  readonly from: number
  readonly ticks: number
  readonly delays: readonly number[]
  /** 0 as the one that takes its place comes; 1 quickly at first, then slowly. */
  readonly linger: number
  /** The cue that takes its place. */
  readonly by?: CueId | undefined
}

export type ExpressionCue = Cue &
  Along & {
    readonly layer: FaceLayer
    /** As they were asked for; the blend has them by `strength`, as the actor's manner shows faces. */
    readonly parts: readonly FacePart[]
    readonly strength: number
    readonly blend: Blend
    readonly rise: Rise
    readonly falls: readonly Fall[]
  }

/** A clip that plays: how much of it, over which bones, round and round or once, and the ticks it takes to come and go. */
export type ClipCue = Cue & {
  readonly clip: Clip
  readonly weight: number
  readonly mask: ClipMask
  readonly loop: boolean
  readonly fade: number
}

/** What an arm that reaches does there with its prop. */
export const REACH_KINDS = ['take', 'put', 'give', 'receive', 'show'] as const
export type ReachKind = (typeof REACH_KINDS)[number]

/**
 * An arm on its way from where it carries things to where a prop stands or changes hands, and back. Ticks: it sets out, is
 * there, the prop goes over to its other bearer, the arm turns back, and is where it carries again.
 */
export type Reach = {
  readonly kind: ReachKind
  /** Where the prop is meanwhile, in the set. */
  readonly standing: Standing
  /** The place that is taken from or put to; '' where it is no place. */
  readonly place: string
  /** Whom it is given to or comes from; '' where nobody is. */
  readonly other: string
  readonly set: number
  readonly there: number
  readonly swap: number
  readonly back: number
  readonly home: number
  /** Tick at which it was broken off; NEVER while it goes on. */
  readonly released: number
  /** What the eyes go back to. */
  readonly gaze: GazeTarget
}

/** A hand and a prop, from when the hand sets out for it until it hangs at ease again. One at most for each hand. */
export type HoldCue = Cue & {
  readonly prop: string
  /** Left 0, right 1. */
  readonly side: 0 | 1
  /** Which of the prop's grips, and how far turned about the prop, radians. */
  readonly grip: number
  readonly swivel: number
  /** Tick from which the arm is up where it carries. */
  readonly raised: number
  /** Tick from which it sinks again; NEVER while it holds something. */
  readonly lower: number
  /** Where it reaches, or has reached last; and where from there, once it is back. */
  readonly reach: Reach
  readonly next?: Reach | undefined
}
