import type { Rule } from '../rule.ts'
import { blinkRate } from './blink-rate.ts'
import { eyesShut } from './eyes-shut.ts'
import { feetOnFloor } from './feet-on-floor.ts'
import { footSlide } from './foot-slide.ts'
import { frozen } from './frozen.ts'
import { gazeLimit } from './gaze-limit.ts'
import { gazeShare } from './gaze-share.ts'
import { handInBody } from './hand-in-body.ts'
import { lipClosure } from './lip-closure.ts'
import { motionLimit } from './motion-limit.ts'
import { repeatedIdle } from './repeated-idle.ts'
import { strokeTiming } from './stroke-timing.ts'

/** What performances are looked through for. */
export const RULES: readonly Rule[] = [
  feetOnFloor,
  footSlide,
  handInBody,
  motionLimit,
  strokeTiming,
  gazeLimit,
  gazeShare,
  eyesShut,
  blinkRate,
  lipClosure,
  frozen,
  repeatedIdle,
]
