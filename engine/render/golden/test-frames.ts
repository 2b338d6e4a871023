import { actorId } from '../../core/ids.ts'
import type { CameraFrame, StageFrame } from '../frame.ts'
import { CAMERAS, standingFrame } from '../test-view.ts'

/** A picture that must stay as it is: what it guards, and the frame and look that make it. */
export type GoldenFrame = {
  readonly name: string
  readonly look: 'natural' | 'warm' | 'cool'
  readonly frame: StageFrame
}

const threeQuarter: CameraFrame = { position: [0.86, 1.47, 1.2], target: [0, 1.47, 0], fovDegrees: 14 }
const feet: CameraFrame = { position: [0.4, 0.5, 2.4], target: [0, 0.15, 0], fovDegrees: 16 }

export const GOLDEN_FRAMES: readonly GoldenFrame[] = [
  { name: 'close-smile', look: 'natural', frame: standingFrame({ face: smile() }) },
  { name: 'close-aa', look: 'natural', frame: standingFrame({ face: { viseme_aa: 0.9, browInnerUp: 0.4 } }) },
  {
    name: 'close-lips-shut',
    look: 'warm',
    frame: standingFrame({ face: { viseme_PP: 1, eyeBlinkLeft: 1, eyeBlinkRight: 1 } }),
  },
  { name: 'three-quarter', look: 'cool', frame: standingFrame({ camera: threeQuarter, face: { viseme_ou: 0.7 } }) },
  { name: 'medium-gesture', look: 'natural', frame: standingFrame({ camera: CAMERAS.medium, turns: raisedHand() }) },
  { name: 'wide', look: 'natural', frame: standingFrame({ camera: CAMERAS.wide }) },
  { name: 'feet-on-the-floor', look: 'natural', frame: standingFrame({ camera: feet }) },
  { name: 'push-in', look: 'natural', frame: standingFrame({ camera: pushedIn() }) },
]

/** A head ten degrees aside: the negative control. */
export const TURNED_ASIDE = standingFrame({ face: smile(), turns: [['head', [0, 1, 0], Math.PI / 18]] })

export const GOLDEN_ACTOR = actorId('ana')
export const GOLDEN_SIZE = { width: 512, height: 512 } as const

function smile() {
  return { mouthSmileLeft: 0.6, mouthSmileRight: 0.6, cheekSquintLeft: 0.3, cheekSquintRight: 0.3 }
}

function raisedHand() {
  return [
    ['rightUpperArm', [0, 0, 1], 0.9],
    ['rightLowerArm', [0, 1, 0], 2],
    ['head', [0, 1, 0], -0.2],
  ] as const
}

/** Near the end of a move that began at the medium shot: walls and floor must have shifted with the camera. */
function pushedIn(): CameraFrame {
  const { position, target, fovDegrees } = CAMERAS.medium
  return {
    position: [position[0], position[1], position[2] * 0.75],
    target,
    fovDegrees,
    setup: { position, target, fovDegrees },
  }
}
