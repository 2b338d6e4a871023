import { ACTING_STATES } from '../plan/acting.ts'
import { type Manner, POSTURE_PARTS } from '../plan/manner.ts'
import { type Mannerisms, NO_MANNERISMS } from '../plan/mannerisms.ts'
import { LIFE_SIGNALS } from '../plan/signals.ts'
import type { Step } from '../plan/steps/step.ts'
import type { RestPose } from '../pose/forward.ts'
import { FACE_CHANNEL_COUNT } from '../rig/blendshapes.ts'
import { BONE_COUNT } from '../rig/bones.ts'
import { REPOSE_LIMIT } from '../rig/repose.ts'
import type { Track } from '../tracks/track.ts'
import type { ClipCue, ExpressionCue, GestureCue, GlanceCue, HoldCue, LineCue } from './cues.ts'
import type { Seated } from './seat.ts'
import type { Walk } from './walk.ts'

/** Floats of one actor's rotations in a pose column. */
export const POSE_STRIDE = BONE_COUNT * 4

/**
 * Columns of one stage. Row = entity. Actor-major: row e of Pose starts at e × POSE_STRIDE.
 *
 * @param springJoints  Joints that swing on the avatar that has most of them: the width of a row of Springs.
 */
export function createComponents(capacity: number, springJoints: number) {
  const f32 = (width = 1) => new Float32Array(capacity * width)
  const i32 = (width = 1) => new Int32Array(capacity * width)
  return {
    /** Who it is: order of arrival (which settles iteration order), tick of arrival, id and avatar. References, so not typed columns. */
    Actor: {
      index: i32(),
      since: i32(),
      id: rows<string>(capacity, ''),
      avatar: rows<string>(capacity, ''),
      rest: rows<RestPose | undefined>(capacity, undefined),
    },
    /**
     * Placement in the set. Metres; yaw in radians about +Y, 0 faces +Z. `facing` is the yaw that cameras take for it: who
     * walks turns this way and that, the camera round once, the short way; `eyesBack` and `eyesDown` how far sitting has brought its eyes from
     * where they are above its feet, metres. `jump` is the tick of the last discontinuity.
     */
    Transform: {
      x: f32(),
      y: f32(),
      z: f32(),
      yaw: f32(),
      facing: f32(),
      eyesBack: f32(),
      eyesDown: f32(),
      jump: i32(),
    },
    /**
     * What steps set out from: where the actor would be, and where its feet stand, left and right, if the steps on the list
     * were not taken. x, z and yaw in the set. `stance` is an index of STANCE_NAMES, asked for at tick `asked`.
     */
    Footing: {
      base: f32(3),
      prints: f32(6),
      stance: i32(),
      asked: i32(),
      walk: rows<Walk | undefined>(capacity, undefined),
      /** The seat that it has, and how far it sits. */
      seated: rows<Seated | undefined>(capacity, undefined),
    },
    /** Local rotations in the humanoid standard, unit quaternions (x, y, z, w); hips offset from rest, metres. */
    Pose: { rotations: f32(POSE_STRIDE), hips: f32(3) },
    /**
     * Joints of hair and cloth: local rotations, unit quaternions; where each one's tail is and was a tick before, metres
     * in the actor's space, so that who is put elsewhere takes them along.
     */
    Springs: { rotations: f32(springJoints * 4), tails: f32(springJoints * 3), tailsBefore: f32(springJoints * 3) },
    /** Face channels, [0, 1]: ARKit's 52, then the 15 visemes. */
    Face: { weights: f32(FACE_CHANNEL_COUNT) },
    /**
     * What the actor was asked to do and what it does, as indexes of ACTING_STATES; how far each state is faded in, [0, 1],
     * and when the one it does is, tick; when it last prepared to speak, tick. Which self-adaptor it made last: its place
     * among the catalogue's gestures, −1 for none.
     */
    Acting: {
      state: i32(),
      shown: i32(),
      weights: f32(ACTING_STATES.length),
      until: i32(),
      prepared: i32(),
      adaptor: i32(),
    },
    /** How it moves: two manners by name, how far from the first to the second, in which culture, and what that comes to. */
    Manner: {
      first: rows<string>(capacity, ''),
      second: rows<string>(capacity, ''),
      share: f32(),
      culture: rows<string>(capacity, ''),
      /** What is the actor's own on top of these. */
      own: rows<Mannerisms>(capacity, NO_MANNERISMS),
      mixed: rows<Manner | undefined>(capacity, undefined),
    },
    /** The posture that the last change of manner set out from, at tick `since`, in the order and units of POSTURE_PARTS. */
    Posture: { from: f32(POSTURE_PARTS.length), since: i32() },
    /**
     * How the arms rest: an index of the catalogue's reposes, and how far they were in each of them, [0, 1], at tick `since`,
     * when that was asked for.
     */
    Repose: { now: i32(), from: f32(REPOSE_LIMIT), since: i32() },
    /** Small motions of a living body at this tick, in the order and units of LIFE_SIGNALS. */
    Life: {
      signals: f32(LIFE_SIGNALS.length),
      stillness: f32(),
      /** What they are without speech, and were at tick `since`, when manner, culture or stillness changed. */
      idle: f32(LIFE_SIGNALS.length),
      from: f32(LIFE_SIGNALS.length),
      since: i32(),
    },
    /** Where the actor looks. `kind` is an index of GAZE_KINDS; x, y, z the point for "point" and "way"; `since` the tick it was asked for. */
    Gaze: {
      kind: i32(),
      actor: rows<string>(capacity, ''),
      x: f32(),
      y: f32(),
      z: f32(),
      since: i32(),
      /** Directions in the actor's space at that tick, radians, from which eyes and head set out: eye yaw, eye pitch, head yaw, head pitch. */
      from: f32(4),
      /** The same four now. */
      now: f32(4),
      /** The blink that goes with a large shift, on the clock of `since`; undefined for a small one. */
      lids: rows<Track | undefined>(capacity, undefined),
    },
    /** How far clips say where the feet are at this tick, [0, 1], and where: left and right ankle in the actor's space, metres. */
    ClipFeet: { share: f32(), ankles: f32(6) },
    /** Cues playing or about to. References to immutable cues, replaced and never edited. */
    Timeline: {
      lines: lists<LineCue>(capacity),
      gestures: lists<GestureCue>(capacity),
      glances: lists<GlanceCue>(capacity),
      expressions: lists<ExpressionCue>(capacity),
      /** In the order they were given: the last lies on top. */
      clips: lists<ClipCue>(capacity),
      /** Hands that deal with props: one at most for each hand. */
      holds: lists<HoldCue>(capacity),
      /** Steps being taken and to come, in order. */
      steps: lists<Step>(capacity),
      /** Lines that may get further parts. */
      open: lists<string>(capacity),
      /** Lines interrupted of late: parts of theirs that still arrive are dropped. */
      dropped: lists<string>(capacity),
      /** Cues started so far: names the next one. */
      count: i32(),
    },
  }
}

export type Components = ReturnType<typeof createComponents>

const rows = <T>(capacity: number, empty: T): T[] => Array.from({ length: capacity }, () => empty)
const lists = <T>(capacity: number): (readonly T[])[] => Array.from({ length: capacity }, () => [])
