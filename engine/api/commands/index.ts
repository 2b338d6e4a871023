import type { Command } from '../define-command.ts'
import { acknowledge } from './acknowledge.ts'
import { act } from './act.ts'
import { closeLine } from './close-line.ts'
import { cutTo } from './cut-to.ts'
import { express } from './express.ts'
import { gesture } from './gesture.ts'
import { handOver } from './hand-over.ts'
import { hideMedia } from './hide-media.ts'
import { interrupt } from './interrupt.ts'
import { lookAt } from './look-at.ts'
import { moveTo } from './move-to.ts'
import { performLine } from './perform-line.ts'
import { pickUp } from './pick-up.ts'
import { playClip } from './play-clip.ts'
import { pointAt } from './point-at.ts'
import { prepareToSpeak } from './prepare-to-speak.ts'
import { putDown } from './put-down.ts'
import { removeActor } from './remove-actor.ts'
import { setCulture } from './set-culture.ts'
import { setManner } from './set-manner.ts'
import { setMannerisms } from './set-mannerisms.ts'
import { setMood } from './set-mood.ts'
import { setStillness } from './set-stillness.ts'
import { showMedia } from './show-media.ts'
import { sitDown } from './sit-down.ts'
import { spawnActor } from './spawn-actor.ts'
import { standUp } from './stand-up.ts'
import { stopClip } from './stop-clip.ts'
import { takeStance } from './take-stance.ts'
import { walkTo } from './walk-to.ts'

/** Every command a stage understands. */
export const COMMANDS = [
  spawnActor,
  removeActor,
  moveTo,
  walkTo,
  takeStance,
  sitDown,
  standUp,
  cutTo,
  showMedia,
  hideMedia,
  performLine,
  closeLine,
  prepareToSpeak,
  interrupt,
  lookAt,
  pointAt,
  pickUp,
  putDown,
  handOver,
  act,
  acknowledge,
  gesture,
  express,
  playClip,
  stopClip,
  setManner,
  setMannerisms,
  setCulture,
  setMood,
  setStillness,
] as unknown as readonly Command[]
