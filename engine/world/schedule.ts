import { advanceCues } from './systems/advance-cues.ts'
import { advanceHolds } from './systems/advance-holds.ts'
import { aimGaze } from './systems/aim-gaze.ts'
import { applyCommands } from './systems/apply-commands.ts'
import { bendBody } from './systems/bend-body.ts'
import { carryProps } from './systems/carry-props.ts'
import { closeLids } from './systems/close-lids.ts'
import { fadeActing } from './systems/fade-acting.ts'
import { fidget } from './systems/fidget.ts'
import { frameShot } from './systems/frame-shot.ts'
import { guideHands } from './systems/guide-hands.ts'
import { limitJoints } from './systems/limit-joints.ts'
import { reachProps } from './systems/reach-props.ts'
import { resetPose } from './systems/reset-pose.ts'
import { restHands } from './systems/rest-hands.ts'
import { sampleClips } from './systems/sample-clips.ts'
import { sampleFace } from './systems/sample-face.ts'
import { sampleGestures } from './systems/sample-gestures.ts'
import { sampleLife } from './systems/sample-life.ts'
import { sampleMouth } from './systems/sample-mouth.ts'
import { seatBody } from './systems/seat-body.ts'
import { solveLimbs } from './systems/solve-limbs.ts'
import { swayBody } from './systems/sway-body.ts'
import { swayHead } from './systems/sway-head.ts'
import { swingSprings } from './systems/swing-springs.ts'
import { takeSeats } from './systems/take-seats.ts'
import { takeSteps } from './systems/take-steps.ts'
import { turnScreen } from './systems/turn-screen.ts'

/** One tick, top to bottom. The order is the architecture: a change here must explain its hash changes. */
export const schedule = [
  applyCommands, // log → structure; the only place things come and go
  advanceCues, // start, end, trim cues; tells who is speaking
  advanceHolds, // props change hands, by where the last pose had them
  turnScreen, // the picture on the screen, and its cross-fade
  fadeActing, // idle, listening, thinking, speaking flow into one another
  fidget, // hands of who waits turn to the own body now and then, and let go when something is up
  takeSteps, // who walks is carried along; who stands changes its feet now and then
  takeSeats, // who sits down or rises is lowered or raised, and others look where its eyes are
  frameShot, // the shot places the camera, from placements and rigs, never from this tick's pose
  resetPose, // back to a body at ease: the pose is rebuilt each tick, never patched
  sampleLife, // breath, sway, saccades, blinks of this tick, as signals
  sampleClips, // recorded motion, beneath all that is made up on the way
  seatBody, // hips to the seat and back, the trunk leaning meanwhile
  swayBody, // breath and sway on the trunk, weight on the hips
  bendBody, // what gestures do with trunk and head
  restHands, // hands at rest on what they rest on
  sampleGestures, // and what they do with arms and hands
  swayHead, // nods and wandering, on top of what the body does
  sampleFace, // expressions, then blinks
  sampleMouth, // visemes
  aimGaze, // eyes, head, chest
  closeLids, // all that moves lids is known: shut they meet, and never cross
  solveLimbs, // feet planted or on their way, the hips within their reach
  reachProps, // arms to what they take, carry and put down
  guideHands, // hands on what they touch, and out of the body
  limitJoints, // anatomy has the last word
  carryProps, // things stand, or are where hands are at last
  swingSprings, // hair and cloth, behind the finished pose
] as const
