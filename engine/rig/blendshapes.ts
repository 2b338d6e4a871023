import { VISEMES, type VisemeName } from './visemes.ts'

/**
 * ARKit's 52 face blendshapes, in alphabetical order as in ARKit's own listing.
 *
 * @source Apple, ARFaceAnchor.BlendShapeLocation.
 */
export const ARKIT_BLENDSHAPES = [
  'browDownLeft',
  'browDownRight',
  'browInnerUp',
  'browOuterUpLeft',
  'browOuterUpRight',
  'cheekPuff',
  'cheekSquintLeft',
  'cheekSquintRight',
  'eyeBlinkLeft',
  'eyeBlinkRight',
  'eyeLookDownLeft',
  'eyeLookDownRight',
  'eyeLookInLeft',
  'eyeLookInRight',
  'eyeLookOutLeft',
  'eyeLookOutRight',
  'eyeLookUpLeft',
  'eyeLookUpRight',
  'eyeSquintLeft',
  'eyeSquintRight',
  'eyeWideLeft',
  'eyeWideRight',
  'jawForward',
  'jawLeft',
  'jawOpen',
  'jawRight',
  'mouthClose',
  'mouthDimpleLeft',
  'mouthDimpleRight',
  'mouthFrownLeft',
  'mouthFrownRight',
  'mouthFunnel',
  'mouthLeft',
  'mouthLowerDownLeft',
  'mouthLowerDownRight',
  'mouthPressLeft',
  'mouthPressRight',
  'mouthPucker',
  'mouthRight',
  'mouthRollLower',
  'mouthRollUpper',
  'mouthShrugLower',
  'mouthShrugUpper',
  'mouthSmileLeft',
  'mouthSmileRight',
  'mouthStretchLeft',
  'mouthStretchRight',
  'mouthUpperUpLeft',
  'mouthUpperUpRight',
  'noseSneerLeft',
  'noseSneerRight',
  'tongueOut',
] as const

export type BlendshapeName = (typeof ARKIT_BLENDSHAPES)[number]
/** A face channel: a blendshape, or a viseme under its morph target's name ("viseme_PP"). */
export type FaceChannelName = BlendshapeName | `viseme_${VisemeName}`

/** Every face channel in the order of a face row: ARKit's 52, then the 15 visemes. */
export const FACE_CHANNELS: readonly FaceChannelName[] = [
  ...ARKIT_BLENDSHAPES,
  ...VISEMES.map((viseme): FaceChannelName => `viseme_${viseme}`),
]

export const FACE_CHANNEL_COUNT = FACE_CHANNELS.length
/** Index of the first viseme in a face row. */
export const FIRST_VISEME = ARKIT_BLENDSHAPES.length

const indices = new Map(FACE_CHANNELS.map((name, index) => [name, index]))

/** Index of a channel in a face row. */
export const faceChannel = (name: FaceChannelName): number => indices.get(name)!
