import { type BlendshapeName, faceChannel } from '../rig/blendshapes.ts'

/** Two shapes that pull against each other, and how much of the weaker both lose. */
type Opposed = readonly [BlendshapeName, BlendshapeName, number]

const bothSides = (make: (side: 'Left' | 'Right') => readonly Opposed[]): readonly Opposed[] => [
  ...make('Left'),
  ...make('Right'),
]

/**
 * What no face can do at once. A brow may be drawn down while its inner end rises, as in sadness and fear (FACS 1 + 4), so
 * those two only give up a little; corners of the mouth go one way.
 */
const OPPOSED: readonly Opposed[] = [
  ...bothSides((side) => [
    [`browDown${side}`, `browOuterUp${side}`, 0.5],
    [`browDown${side}`, 'browInnerUp', 0.2],
    [`eyeWide${side}`, `eyeSquint${side}`, 0.5],
    [`eyeWide${side}`, `eyeBlink${side}`, 1],
    [`mouthSmile${side}`, `mouthFrown${side}`, 0.8],
    [`mouthPress${side}`, 'jawOpen', 0.8],
    [`mouthStretch${side}`, 'mouthPucker', 0.7],
    [`mouthStretch${side}`, 'mouthFunnel', 0.7],
    [`mouthSmile${side}`, 'mouthPucker', 0.5],
  ]),
  ['mouthShrugLower', 'jawOpen', 0.6],
  ['mouthRollLower', 'jawOpen', 0.8],
  ['mouthLeft', 'mouthRight', 1],
  ['jawLeft', 'jawRight', 1],
]

const PAIRS = OPPOSED.map(([a, b, share]) => ({ a: faceChannel(a), b: faceChannel(b), share }))

/**
 * Lets shapes of a face row that pull against each other give way: both lose the same, so that the stronger one shows, and
 * where they are even, neither does. Written in place; nothing grows.
 */
export function settleOpposed(weights: Float32Array, row: number): void {
  for (const { a, b, share } of PAIRS) {
    const lost = share * Math.min(weights[row + a]!, weights[row + b]!)
    if (lost === 0) continue
    weights[row + a] = weights[row + a]! - lost
    weights[row + b] = weights[row + b]! - lost
  }
}
