import type { FaceChannelName } from '../../../engine/rig/blendshapes.ts'
import type { Side } from '../head/frame.ts'
import type { Vec3 } from '../kit/vec3.ts'
import type { Brush, Shape } from './shape.ts'

/** Degrees the jaw turns at jawOpen = 1. */
export const JAW_OPEN_DEGREES = 19

type Sided = `${'brow' | 'cheek' | 'eye' | 'mouth' | 'nose'}${string}`

/** A shape for each side, called …Left and …Right. */
const pair = <N extends Sided>(name: N, shape: (side: Side) => Shape): Record<`${N}Left` | `${N}Right`, Shape> =>
  ({ [`${name}Left`]: shape(1), [`${name}Right`]: shape(-1) }) as Record<`${N}Left` | `${N}Right`, Shape>

const brush = (at: Vec3, radii: Vec3, push: Vec3, side?: Side): Brush =>
  side === undefined ? { at, radii, push } : { at, radii, push, side }

/** The fold from the nose's wing round the corner of the mouth, pressed in by `depth`, that a raised cheek makes. */
const nasolabialFold = (side: Side, depth: number): Brush[] =>
  FOLD_LINE.map((at) => brush(at, [0.42, 0.6, 1.6], [0.02, 0, -depth], side))
const FOLD_LINE: readonly Vec3[] = [
  [1.55, -3.25, 8.3],
  [2.1, -3.95, 8],
  [2.65, -4.7, 7.7],
]

/**
 * All face channels. Centimetres and degrees about the head of `MILLA`; see `Shape` for the words.
 * The eye-look shapes move lids only: eye bones turn the eyeballs.
 */
export const SHAPES: Readonly<Record<FaceChannelName, Shape>> = {
  // Eyes
  ...pair('eyeBlink', (side) => ({ lids: [{ side, blink: 1 }] })),
  ...pair('eyeLookDown', (side) => ({ lids: [{ side, upper: 0.34, lower: -0.1 }] })),
  ...pair('eyeLookUp', (side) => ({ lids: [{ side, upper: -0.12, lower: 0.08 }] })),
  ...pair('eyeLookIn', (side) => ({ brushes: [brush([1.7, 0, 8], [0.8, 1, 2], [-0.04, 0, 0.03], side)] })),
  ...pair('eyeLookOut', (side) => ({ brushes: [brush([5, 0, 7], [0.8, 1, 2], [0.04, 0, 0.03], side)] })),
  ...pair('eyeSquint', (side) => ({
    lids: [{ side, upper: 0.15, lower: 0.42 }],
    brushes: [brush([3.8, -2.2, 6.8], [1.9, 1.1, 3], [0, 0.2, 0.1], side)],
  })),
  ...pair('eyeWide', (side) => ({ lids: [{ side, upper: -0.16, lower: -0.06 }] })),

  // Brows, cheeks, nose
  ...pair('browDown', (side) => ({
    lids: [{ side, upper: 0.12 }],
    brushes: [
      brush([0.75, 2.5, 8.6], [0.35, 0.9, 2], [-0.05, -0.05, 0.12], side),
      brush([2, 2.3, 8], [2.1, 1.3, 4], [-0.22, -0.5, 0.12], side),
    ],
  })),
  browInnerUp: { brushes: [brush([1.5, 2.7, 8], [1.7, 1.9, 4], [-0.05, 0.62, 0.02])] },
  ...pair('browOuterUp', (side) => ({ brushes: [brush([4.4, 2.6, 7], [1.9, 1.7, 4], [0.05, 0.6, 0], side)] })),
  cheekPuff: {
    lips: { widen: -0.25, corner: -0.08, protrude: 0.16 },
    brushes: [brush([4.1, -5.4, 5.8], [2.3, 2.2, 3], [0.85, 0, 0.62])],
  },
  ...pair('cheekSquint', (side) => ({
    lids: [{ side, lower: 0.28 }],
    brushes: [brush([4, -2.6, 6.6], [1.8, 1.3, 3], [0.06, 0.36, 0.2], side)],
  })),
  ...pair('noseSneer', (side) => ({
    lips: { side, upper: 0.16 },
    brushes: [
      brush([1, -2.9, 8.6], [0.8, 0.8, 1.5], [0.04, 0.26, 0.02], side),
      brush([1, 0.6, 8.2], [0.8, 0.9, 2], [0, -0.1, 0.06], side),
      ...nasolabialFold(side, 0.1),
    ],
  })),

  // Jaw and tongue
  jawOpen: { jawDegrees: JAW_OPEN_DEGREES },
  jawForward: { jawShift: [0, -0.05, 0.5] },
  jawLeft: { jawShift: [0.55, 0, 0] },
  jawRight: { jawShift: [-0.55, 0, 0] },
  tongueOut: { jawDegrees: 7, lips: { lower: 0.12, upper: 0.05 }, tongue: { forward: 2.7, tipUp: 0.75, droop: 1.3 } },

  // Mouth. mouthClose undoes a jaw opened as far; above jawOpen's weight the lips overlap.
  mouthClose: { closeOverJawDegrees: JAW_OPEN_DEGREES },
  mouthFunnel: {
    jawDegrees: 5,
    lips: { widen: -0.85, corner: -0.36, protrude: 0.8, upper: 0.22, lower: 0.28, flare: 0.2, thicken: 0.06 },
  },
  mouthPucker: { lips: { widen: -1, corner: -0.36, protrude: 0.66, thicken: 0.05, upper: -0.03, lower: -0.05 } },
  mouthLeft: { lips: { shift: 0.75, protrude: 0.02 } },
  mouthRight: { lips: { shift: -0.75, protrude: 0.02 } },
  ...pair('mouthSmile', (side) => ({
    lips: {
      side,
      widen: 0.6,
      corner: 0.54,
      cornerPower: 2.1,
      cornerDepth: -0.45,
      // Both lips rise together: a smile alone never parts them, and once they part it shows the upper teeth.
      upper: 0.08,
      lower: -0.08,
      thicken: -0.09,
    },
    lids: [{ side, upper: 0.05, lower: 0.24 }],
    brushes: [
      brush([4, -2.9, 6.4], [1.8, 1.4, 3], [0.12, 0.4, 0.3], side),
      brush([3.4, -1.55, 7.2], [1.6, 0.6, 2], [0, 0.16, 0.12], side),
      ...nasolabialFold(side, 0.17),
    ],
  })),
  ...pair('mouthFrown', (side) => ({
    lips: { side, widen: 0.02, corner: -0.55, cornerPower: 2.2, cornerDepth: -0.12, lower: -0.04 },
    brushes: [brush([2.6, -7.4, 7], [1.1, 0.9, 2], [0, -0.12, 0.06], side)],
  })),
  ...pair('mouthDimple', (side) => ({ lips: { side, widen: 0.32, corner: 0.05, cornerDepth: -0.38 } })),
  ...pair('mouthStretch', (side) => ({
    lips: { side, widen: 0.5, corner: -0.25, cornerPower: 2.2, cornerDepth: -0.3, lower: 0.1, thicken: -0.06 },
  })),
  mouthRollLower: { lips: { rollLower: 0.42, lower: -0.05 } },
  mouthRollUpper: { lips: { rollUpper: 0.4, upper: -0.05 } },
  mouthShrugLower: {
    lips: { lower: -0.28, upper: 0.26, protrude: 0.12 },
    brushes: [brush([0, -8.6, 8], [1.6, 1.1, 2], [0, 0.14, 0.025])],
  },
  mouthShrugUpper: { lips: { upper: 0.25, lower: -0.22, protrude: 0.14 } },
  ...pair('mouthPress', (side) => ({
    lips: { side, rollUpper: 0.16, rollLower: 0.16, thicken: -0.12, corner: 0.06 },
  })),
  ...pair('mouthLowerDown', (side) => ({ lips: { side, lower: 0.48, thicken: 0.02 } })),
  ...pair('mouthUpperUp', (side) => ({
    lips: { side, upper: 0.42, thicken: 0.02 },
    brushes: [brush([1.6, -3.9, 8.2], [1.1, 0.9, 2], [0.03, 0.12, 0.05], side)],
  })),

  // Visemes
  viseme_sil: { lips: { protrude: 0.02 } },
  viseme_PP: {
    lips: {
      rollUpper: 0.26,
      rollLower: 0.26,
      thicken: -0.16,
      widen: -0.06,
      protrude: -0.04,
      upper: -0.03,
      lower: -0.03,
    },
  },
  viseme_FF: { jawDegrees: 1.5, lips: { widen: 0.05, upper: 0.18, rollLower: 0.54, lower: -0.25 } },
  viseme_TH: { jawDegrees: 4.5, lips: { upper: 0.1, lower: 0.08 }, tongue: { forward: 1.2, tipUp: 0.95 } },
  viseme_DD: { jawDegrees: 4.5, lips: { upper: 0.1, lower: 0.1, widen: 0.05 }, tongue: { forward: 0.3, tipUp: 1.15 } },
  viseme_kk: {
    jawDegrees: 5.2,
    lips: { upper: 0.08, lower: 0.06, widen: 0.08 },
    tongue: { forward: -0.4, tipUp: 0.15, backUp: 0.5 },
  },
  viseme_CH: {
    jawDegrees: 3,
    lips: { widen: -0.55, corner: -0.24, protrude: 0.45, upper: 0.24, lower: 0.26, flare: 0.12 },
  },
  viseme_SS: { jawDegrees: 1.5, lips: { widen: 0.28, upper: 0.14, lower: 0.18, cornerDepth: -0.12 } },
  viseme_nn: { jawDegrees: 4, lips: { upper: 0.06, lower: 0.08 }, tongue: { forward: 0.25, tipUp: 1.1 } },
  viseme_RR: {
    jawDegrees: 4,
    lips: { widen: -0.42, protrude: 0.3, upper: 0.12, lower: 0.14 },
    tongue: { forward: -0.35, tipUp: 0.8 },
  },
  viseme_aa: {
    jawDegrees: 12,
    lips: { widen: -0.16, corner: -0.24, cornerPower: 1.6, upper: 0.12, lower: 0.12, protrude: 0.06 },
  },
  viseme_E: {
    jawDegrees: 7,
    lips: { widen: 0.34, corner: 0.06, upper: 0.15, lower: 0.16, cornerDepth: -0.12 },
    tongue: { forward: 0.1, tipUp: 0.3 },
  },
  viseme_ih: {
    jawDegrees: 4,
    lips: { widen: 0.42, corner: 0.1, upper: 0.14, lower: 0.14, cornerDepth: -0.15 },
    tongue: { forward: 0.2, tipUp: 0.4 },
  },
  viseme_oh: {
    jawDegrees: 9.5,
    lips: { widen: -0.72, corner: -0.44, cornerPower: 2, protrude: 0.46, upper: -0.2, lower: 0.06, flare: 0.08 },
  },
  viseme_ou: {
    // The upper lip comes down over the teeth, whose edges would be a white line between lips this close.
    jawDegrees: 5.2,
    lips: { widen: -0.98, corner: -0.46, cornerPower: 2, protrude: 0.7, upper: -0.44, lower: -0.02, flare: 0.04 },
  },
}
