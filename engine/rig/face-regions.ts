import { FACE_CHANNELS } from './blendshapes.ts'

/** Parts of a face that move in their own time, and the head that goes with them. */
export const FACE_REGIONS = ['brows', 'eyes', 'cheeks', 'mouth', 'head'] as const
export type FaceRegion = (typeof FACE_REGIONS)[number]

const PATTERNS: readonly (readonly [FaceRegion, RegExp])[] = [
  ['brows', /^brow/],
  ['eyes', /^eye/],
  ['cheeks', /^(cheek|nose)/],
  ['mouth', /./],
]

const regionOf = (channel: string): number =>
  FACE_REGIONS.indexOf(PATTERNS.find(([, pattern]) => pattern.test(channel))![0])

/** Index of the region that each face channel belongs to. */
export const CHANNEL_REGIONS = Uint8Array.from(FACE_CHANNELS, regionOf)
