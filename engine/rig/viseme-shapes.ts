import { type BlendshapeName, faceChannel } from './blendshapes.ts'
import { VISEMES, type VisemeName } from './visemes.ts'

type Mix = Partial<Record<BlendshapeName, number>>

const both = (shape: string, weight: number): Mix => ({ [`${shape}Left`]: weight, [`${shape}Right`]: weight })

/**
 * The 15 visemes as mixes of ARKit's blendshapes, for avatars that have those alone.
 *
 * Fitted to the pictures of Oculus' viseme reference; lips are pressed on PP and touch the teeth on FF whatever else moves.
 */
export const VISEME_SHAPES: Readonly<Record<VisemeName, Mix>> = {
  sil: {},
  PP: { jawOpen: 0.02, mouthClose: 0.02, ...both('mouthPress', 0.5), mouthRollLower: 0.3, mouthRollUpper: 0.3 },
  FF: { jawOpen: 0.06, mouthRollLower: 0.6, ...both('mouthUpperUp', 0.3), mouthShrugLower: 0.2 },
  TH: { jawOpen: 0.16, tongueOut: 0.3, ...both('mouthLowerDown', 0.2), ...both('mouthUpperUp', 0.15) },
  DD: { jawOpen: 0.14, ...both('mouthLowerDown', 0.3), ...both('mouthUpperUp', 0.15), ...both('mouthStretch', 0.1) },
  kk: { jawOpen: 0.2, ...both('mouthLowerDown', 0.25), ...both('mouthUpperUp', 0.15) },
  CH: {
    jawOpen: 0.1,
    mouthFunnel: 0.5,
    mouthPucker: 0.2,
    ...both('mouthLowerDown', 0.3),
    ...both('mouthUpperUp', 0.2),
  },
  SS: { jawOpen: 0.05, ...both('mouthStretch', 0.3), ...both('mouthLowerDown', 0.35), ...both('mouthUpperUp', 0.2) },
  nn: { jawOpen: 0.12, ...both('mouthLowerDown', 0.2), ...both('mouthUpperUp', 0.1) },
  RR: { jawOpen: 0.12, mouthFunnel: 0.3, mouthPucker: 0.3, ...both('mouthLowerDown', 0.2) },
  aa: { jawOpen: 0.55, ...both('mouthLowerDown', 0.3), ...both('mouthUpperUp', 0.2) },
  E: { jawOpen: 0.28, ...both('mouthStretch', 0.3), ...both('mouthSmile', 0.2), ...both('mouthLowerDown', 0.3) },
  ih: { jawOpen: 0.18, ...both('mouthStretch', 0.25), ...both('mouthSmile', 0.25), ...both('mouthLowerDown', 0.25) },
  oh: { jawOpen: 0.4, mouthFunnel: 0.5, mouthPucker: 0.3 },
  ou: { jawOpen: 0.18, mouthFunnel: 0.25, mouthPucker: 0.75 },
}

/** The mixes as pairs of face channel and weight, in the order of VISEMES: what an inner loop reads. */
export const VISEME_MIXES: readonly (readonly (readonly [channel: number, weight: number])[])[] = VISEMES.map(
  (viseme) =>
    Object.entries(VISEME_SHAPES[viseme]).map(
      ([shape, weight]) => [faceChannel(shape as BlendshapeName), weight] as const,
    ),
)
