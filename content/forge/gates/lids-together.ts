import { closeLids, compileLids } from '../../../engine/pose/lids.ts'
import { FACE_CHANNEL_COUNT, FACE_CHANNELS, faceChannel } from '../../../engine/rig/blendshapes.ts'
import type { FaceWeights } from '../head/lip-meter.ts'
import { LID_CLOSURES } from '../shapes/lid-closures.ts'
import { type BuiltFace, mixName } from './built-face.ts'
import type { Finding } from './finding.ts'
import { lidGaps } from './lid-aperture.ts'
import { lidClearanceAt } from './lid-clearance.ts'

/** What may move the left lids at the same time, besides a blink. */
const MIXES: readonly FaceWeights[] = [
  { eyeSquintLeft: 1 },
  { eyeLookDownLeft: 1 },
  { eyeLookUpLeft: 1 },
  { eyeWideLeft: 1, browInnerUp: 1, browOuterUpLeft: 1 },
  { mouthSmileLeft: 1, cheekSquintLeft: 1 },
  { mouthSmileLeft: 1, cheekSquintLeft: 1, eyeSquintLeft: 1, browDownLeft: 1 },
  { mouthSmileLeft: 1, cheekSquintLeft: 1, eyeSquintLeft: 1, browDownLeft: 1, eyeLookDownLeft: 1 },
  { browDownLeft: 1, eyeSquintLeft: 1, eyeLookDownLeft: 1 },
]
const BLINKS = [0, 0.25, 0.5, 0.75, 1]
/** Lids may run past each other by this, mm, and leave no more light when shut. */
const TOLERANCE = 0.1

const LIDS = compileLids(LID_CLOSURES)

/** Lids moved by many shapes at once, as the engine puts them together: they never cross, shut they meet, and none enters the eyeball. */
export function lidsTogether(face: BuiltFace): Finding[] {
  return MIXES.flatMap((mix) => BLINKS.map((eyeBlinkLeft) => ({ ...mix, eyeBlinkLeft }))).flatMap((asked) => {
    const weights = composed(asked)
    const found = (millimetres: number, problem: string): Finding[] => [
      { gate: 'lids together', where: mixName(asked), millimetres, problem },
    ]
    const clearance = lidClearanceAt(face, weights)
    if (clearance < 0) return found(clearance, 'a lid cuts into the eyeball')
    const gaps = lidGaps(face, 1, weights)
    const least = Math.min(...gaps)
    if (least < -TOLERANCE) return found(least, 'the lids cross')
    const most = Math.max(...gaps)
    return asked.eyeBlinkLeft === 1 && most > TOLERANCE ? found(most, 'a shut eye shows light') : []
  })
}

function composed(asked: FaceWeights): FaceWeights {
  const row = new Float32Array(FACE_CHANNEL_COUNT)
  for (const name of FACE_CHANNELS) row[faceChannel(name)] = asked[name] ?? 0
  closeLids(row, 0, LIDS)
  return Object.fromEntries(FACE_CHANNELS.flatMap((name, i) => (row[i] === 0 ? [] : [[name, row[i]!]])))
}
