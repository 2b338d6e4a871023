import { type Colour, mixColours } from '../kit/colour.ts'
import { occlusionAt } from '../kit/occlusion.ts'
import { gauss, smoothstep } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { distance, type Vec3 } from '../kit/vec3.ts'
import { mottled } from '../paint/mottle.ts'
import type { SkinTones } from '../paint/skin-tones.ts'

/** Distances the occlusion looks at, near to far. Centimetres. */
const TAPS = [0.8, 1.8, 3.6] as const
/** What a pit takes off each channel: skin shadows are warm, never grey. */
export const WARM_SHADOW: Colour = [0.1, 0.3, 0.36]

/** Where blood shows on arms and legs, on the left; how wide, and how much. Centimetres. */
const RUDDY: readonly { readonly at: Vec3; readonly width: number; readonly share: number }[] = [
  { at: [39.8, 130.3, -5.6], width: 1.7, share: 0.3 }, // elbow
  { at: [8.4, 48.5, 5.4], width: 3.4, share: 0.42 }, // knee
  { at: [8, 9.5, -1.8], width: 4, share: 0.2 }, // ankle
  { at: [8, 1.6, -5.2], width: 2.2, share: 0.3 }, // heel
  { at: [9, 1.4, 13.5], width: 2.6, share: 0.26 }, // toes
]
/** The inner side of the forearm and the sole hardly tan; the shin's skin is thin over its bone. */
const PALE = 0.45
const SHIN = { y: 30, height: 9, share: 0.3 } as const

/** Colour of bare skin at a place of trunk, arms or legs. */
export function limbColour(p: Vec3, normal: Vec3, field: Sdf, tones: SkinTones): Colour {
  const { skin, blush, palm, flush } = tones
  const at: Vec3 = [Math.abs(p[0]), p[1], p[2]]
  const red = RUDDY.reduce((most, spot) => Math.max(most, spot.share * gauss(distance(at, spot.at), spot.width)), 0)
  const down = smoothstep(0.1, 0.8, -normal[1])
  const shin = SHIN.share * gauss(p[1] - SHIN.y, SHIN.height) * smoothstep(0.3, 0.9, normal[2])
  const pale = shin + PALE * down * Math.max(smoothstep(42, 56, at[0]), 1 - smoothstep(1.5, 3, p[1]))
  const bare = mottled(mixColours(mixColours(skin, palm, pale), blush, flush * red), p)
  return shadowed(bare, occlusionAt(field, p, normal, TAPS))
}

/** Skin in shadow: 0 none, 1 all. */
export const shadowed = ([r, g, b]: Colour, shadow: number): Colour => [
  r * (1 - WARM_SHADOW[0] * shadow),
  g * (1 - WARM_SHADOW[1] * shadow),
  b * (1 - WARM_SHADOW[2] * shadow),
]
